import type { Messages } from '../fr.ts';

export const exports: Messages['exports'] = {
  title: 'Download as a table (CSV)',
  names: {
    loans: 'Loans',
    equipment: 'Equipment',
    calendar: 'Calendar',
    offers: 'Offers received',
    requests: 'Requests',
    people: 'People',
    accreditations: 'Accreditations',
    workshops: 'Workshops',
    memberships: 'Memberships',
    reuse: 'Reused material',
    balance: 'Balance',
  },
};
