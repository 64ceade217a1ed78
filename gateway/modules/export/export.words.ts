import type { KindName } from '../../../schema/kinds.ts';
import type { LoanStatus, LoanUse } from '../../../schema/loans.ts';
import type { DeclineReason, OfferState, RequestState } from '../../../schema/production.ts';
import type {
  Audience,
  BookingPurpose,
  BookingState,
  Locale,
  MembershipStatus,
  Pricing,
  Role,
} from '../../../schema/vocabulary.ts';
import type { BalanceUnit } from '../balance/balance.rules.ts';
import type { ResourceStatus } from '../catalogue/resource.entity.ts';

type Words<Key extends string> = Record<Key, Record<Locale, string>>;
const said = (fr: string, en: string): Record<Locale, string> => ({ fr, en });

/** What a table writes for each value of ours. */
export const loanStatusWords: Words<LoanStatus> = {
  asked: said('demandé', 'asked'),
  accepted: said('accordé', 'accepted'),
  out: said('sorti', 'out'),
  returned: said('rentré', 'returned'),
  trouble: said('litige', 'trouble'),
  closed: said('clos', 'closed'),
  declined: said('refusé', 'declined'),
  cancelled: said('annulé', 'cancelled'),
  lapsed: said('sans réponse', 'lapsed'),
  no_show: said('pas venu', 'no show'),
};
export const loanUseWords: Words<LoanUse> = {
  on_site: said('sur place', 'on site'),
  take_away: said('emporté', 'taken away'),
};
export const pricingWords: Words<Pricing> = {
  free: said('gratuit', 'free'),
  hourly: said('à l’heure', 'by the hour'),
  daily: said('à la journée', 'by the day'),
  exchange: said('en échange', 'in exchange'),
};
export const audienceWords: Words<Audience> = {
  network: said('adhérents du réseau', 'members of the network'),
  organisations: said('organisations', 'organisations'),
  everyone: said('tout le monde', 'everyone'),
};
export const resourceStatusWords: Words<ResourceStatus> = {
  draft: said('brouillon', 'draft'),
  published: said('publié', 'published'),
  retired: said('retiré', 'retired'),
};
export const useWords: Words<'on_site' | 'take_away' | 'both'> = {
  ...loanUseWords,
  both: said('sur place ou emporté', 'on site or taken away'),
};
export const purposeWords: Words<BookingPurpose> = {
  loan: said('prêt', 'loan'),
  production: said('fabrication', 'production'),
  maintenance: said('entretien', 'maintenance'),
  external: said('agenda de l’atelier', 'own calendar'),
  training: said('formation', 'training'),
};
export const bookingStateWords: Words<BookingState> = {
  held: said('tenu', 'held'),
  confirmed: said('confirmé', 'confirmed'),
  released: said('rendu', 'released'),
};
export const requestStateWords: Words<RequestState> = {
  draft: said('brouillon', 'draft'),
  routing: said('en recherche', 'looking for a workshop'),
  awarded: said('attribuée', 'awarded'),
  in_production: said('en fabrication', 'in production'),
  delivered: said('livrée', 'delivered'),
  done: said('reçue', 'received'),
  unroutable: said('sans atelier', 'no workshop found'),
  cancelled: said('retirée', 'withdrawn'),
};
export const offerStateWords: Words<OfferState> = {
  proposed: said('proposée', 'proposed'),
  viewed: said('vue', 'viewed'),
  accepted: said('acceptée', 'accepted'),
  declined: said('passée', 'passed'),
  expired: said('expirée', 'expired'),
  withdrawn: said('retirée', 'withdrawn'),
  given_up: said('rendue', 'given up'),
};
export const declineWords: Words<DeclineReason> = {
  no_capacity: said('pas de temps', 'no capacity'),
  wrong_capability: said('pas notre capacité', 'not our capability'),
  price: said('prix', 'price'),
  material: said('matière', 'material'),
  deadline: said('délai', 'deadline'),
  not_our_kind: said('pas notre métier', 'not our kind of work'),
  unclear_file: said('fichier peu clair', 'unclear file'),
};
export const membershipWords: Words<MembershipStatus> = {
  asked: said('demandée', 'asked'),
  admitted: said('adhérent', 'member'),
  refused: said('refusée', 'refused'),
  left: said('quitté', 'left'),
};
export const roleWords: Words<Role> = {
  workshop_member: said('équipe', 'team'),
  workshop_manager: said('responsable de l’atelier', 'workshop manager'),
  firm_member: said('entreprise', 'firm'),
  network_coordinator: said('coordination', 'coordinator'),
  network_head: said('tête de réseau', 'network head'),
};
export const kindWords: Words<KindName> = {
  equipment: said('équipement', 'equipment'),
  trainer: said('formatrice ou formateur', 'trainer'),
  training: said('formation', 'training'),
  material: said('matière', 'material'),
  purchase: said('achat groupé', 'group purchase'),
  job: said('poste partagé', 'shared job'),
};
export const unitWords: Words<BalanceUnit> = {
  piece: said('pièce', 'piece'),
  sheet: said('feuille', 'sheet'),
  spool: said('bobine', 'spool'),
  kg: said('kg', 'kg'),
  m2: said('m²', 'm²'),
  metre: said('m', 'm'),
  litre: said('l', 'l'),
  seat: said('place', 'seat'),
  percent: said('%', '%'),
  hour: said('heure', 'hour'),
  day: said('jour', 'day'),
};
