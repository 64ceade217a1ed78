import type { DeclineReason } from '$schema/production.ts';

/** Why a workshop lets an offer pass. */
export const reason: Record<DeclineReason, string> = {
  no_capacity: 'Pas de place dans le planning',
  wrong_capability: 'Notre fiche se trompe, nous ne savons pas faire',
  price: 'Le prix ne conviendrait pas',
  material: 'Matière indisponible',
  deadline: 'Délai trop court',
  not_our_kind: 'Ce n’est pas notre genre de travail',
  unclear_file: 'Description insuffisante',
};
