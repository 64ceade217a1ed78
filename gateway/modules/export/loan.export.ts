import { type Loan, LoanRecord } from '../borrowing/loan.entity.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { type Party, partyKey } from '../identity/viewer.ts';
import type { Export } from './export.table.ts';
import { loanStatusWords, loanUseWords } from './export.words.ts';
import { homeZone, inHands, partyNames, personNames, timeZones, workshopNames } from './rows.ts';

interface LoanRow {
  loan: Loan;
  lent: boolean;
  machine: string;
  unit: string;
  lender: string;
  borrower: string;
  person: string;
  timeZone: string;
}

async function* rows(party: Party): AsyncGenerator<LoanRow[]> {
  const order = { status: 1, from: 1 } as const;
  if (party.scope === 'workshop')
    for await (const hand of inHands(LoanRecord, { workshopId: party.id }, order)) yield dress(hand, true);
  const borrowed = { 'party.scope': party.scope, 'party.id': party.id };
  for await (const hand of inHands(LoanRecord, borrowed, order)) yield dress(hand, false);
}

async function dress(loans: readonly Loan[], lent: boolean): Promise<LoanRow[]> {
  const machines = await ResourceRecord.find(
    { _id: { $in: [...new Set(loans.map(({ resourceId }) => resourceId))] } },
    { name: 1, units: 1 },
  ).lean();
  const known = new Map(machines.map((machine) => [machine._id, machine]));
  const lenders = await workshopNames(loans.map(({ workshopId }) => workshopId));
  const parties = await partyNames(loans.map(({ party }) => party));
  const people = await personNames(loans.map(({ personId }) => personId));
  const zones = await timeZones(loans.map(({ workshopId }) => workshopId));
  return loans.map((loan) => ({
    loan,
    lent,
    machine: known.get(loan.resourceId)?.name ?? '',
    unit: known.get(loan.resourceId)?.units.find(({ id }) => id === loan.unitId)?.code ?? '',
    lender: lenders.get(loan.workshopId) ?? '',
    borrower: parties.get(partyKey(loan.party)) ?? '',
    person: people.get(loan.personId) ?? '',
    timeZone: zones.get(loan.workshopId) ?? homeZone,
  }));
}

/** Loans as their two sides see them. */
export const loanExport: Export<LoanRow> = {
  file: { fr: 'prets', en: 'loans' },
  for: ['workshop', 'firm', 'network', 'person'],
  rows,
  columns: [
    { title: { fr: 'Bon', en: 'Slip' }, of: ({ loan }) => loan.code },
    { title: { fr: 'État', en: 'Status' }, of: ({ loan }, locale) => loanStatusWords[loan.status][locale] },
    {
      title: { fr: 'Sens', en: 'Side' },
      of: ({ lent }, locale) => (lent ? { fr: 'prêté', en: 'lent' } : { fr: 'emprunté', en: 'borrowed' })[locale],
    },
    { title: { fr: 'Équipement', en: 'Equipment' }, of: ({ machine }) => machine },
    { title: { fr: 'Exemplaire', en: 'Unit' }, of: ({ unit }) => unit },
    { title: { fr: 'Atelier prêteur', en: 'Lender' }, of: ({ lender }) => lender },
    { title: { fr: 'Emprunteur', en: 'Borrower' }, of: ({ borrower }) => borrower },
    { title: { fr: 'Personne', en: 'Person' }, of: ({ person }) => person },
    { title: { fr: 'Début', en: 'Start' }, of: ({ loan, timeZone }) => ({ at: loan.from, timeZone }) },
    { title: { fr: 'Fin', en: 'End' }, of: ({ loan, timeZone }) => ({ at: loan.until, timeZone }) },
    { title: { fr: 'Usage', en: 'Use' }, of: ({ loan }, locale) => loanUseWords[loan.use][locale] },
    { title: { fr: 'Prix en euros', en: 'Price in euros' }, of: ({ loan }) => ({ cents: loan.price.totalCents }) },
    {
      title: { fr: 'Caution en euros', en: 'Deposit in euros' },
      of: ({ loan }) => ({ cents: loan.price.depositCents }),
    },
    { title: { fr: 'Demandé le', en: 'Asked on' }, of: ({ loan, timeZone }) => ({ at: loan.askedAt, timeZone }) },
    {
      title: { fr: 'Remis le', en: 'Handed over on' },
      of: ({ loan, timeZone }) => ({ at: loan.handOver?.at, timeZone }),
    },
    {
      title: { fr: 'Rendu le', en: 'Taken back on' },
      of: ({ loan, timeZone }) => ({ at: loan.takeBack?.at, timeZone }),
    },
    { title: { fr: 'Dommage', en: 'Damage' }, of: ({ loan }) => loan.takeBack?.damage },
    { title: { fr: 'Note', en: 'Note' }, of: ({ loan }) => loan.note },
  ],
};
