/** Where each sort of thing is seen; the rest has no page of its own. */
const pages: Partial<Record<string, (id: string) => string>> = {
  loan: (id) => `/echanges/${id}`,
  claim: (id) => `/parts/${id}`,
  request: (id) => `/demandes/${id}`,
  offer: (id) => `/offres/${id}`,
  need: (id) => `/besoins/${id}`,
  application: (id) => `/candidatures/${id}`,
  listing: (id) => `/achats-groupes/${id}`,
  calendar: (id) => `/ateliers/${id}/agendas`,
  accreditation: () => '/trouver',
  membership: (id) => `/reseau/${id}`,
  invitation: () => '/compte',
  search: (id) => `/trouver/recherches/${id}`,
};

/** The page of what a notification is about; the notifications themselves when it has none. */
export const pageOf = (topic: string, subjectId: string): string => pages[topic]?.(subjectId) ?? '/notifications';
