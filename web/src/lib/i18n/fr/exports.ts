/** Tables to download. */
export const exports = {
  title: 'Télécharger en tableau (CSV)',
  names: {
    loans: 'Prêts',
    equipment: 'Équipements',
    calendar: 'Calendrier',
    offers: 'Offres reçues',
    requests: 'Demandes',
    people: 'Personnes',
    accreditations: 'Habilitations',
    workshops: 'Ateliers',
    memberships: 'Adhésions',
    reuse: 'Matière réemployée',
    balance: 'Bilan',
  },
};
