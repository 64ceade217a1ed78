import { LoanRecord } from '../borrowing/loan.entity.ts';
import { type Booking, BookingRecord } from '../calendar/booking.entity.ts';
import { type Resource, ResourceRecord } from '../catalogue/resource.entity.ts';
import { type Party, partyKey } from '../identity/viewer.ts';
import { isProcess, processes } from '../../../schema/taxonomy.ts';
import type { Export } from './export.table.ts';
import {
  audienceWords,
  bookingStateWords,
  pricingWords,
  purposeWords,
  resourceStatusWords,
  useWords,
} from './export.words.ts';
import { homeZone, inHands, partyNames, timeZones, workshopNames } from './rows.ts';

interface EquipmentRow {
  machine: Resource;
  workshop: string;
  timeZone: string;
}

async function* equipmentRows(party: Party): AsyncGenerator<EquipmentRow[]> {
  const filter =
    party.scope === 'workshop' ? { workshopId: party.id } : { networkIds: party.id, status: 'published' as const };
  for await (const hand of inHands(
    ResourceRecord,
    filter,
    party.scope === 'workshop' ? { status: 1, name: 1 } : { name: 1 },
  )) {
    const ids = hand.map(({ workshopId }) => workshopId);
    const names = await workshopNames(ids);
    const zones = await timeZones(ids);
    yield hand.map((machine) => ({
      machine,
      workshop: names.get(machine.workshopId) ?? '',
      timeZone: zones.get(machine.workshopId) ?? homeZone,
    }));
  }
}

/** Equipment: all of a workshop’s own, what a network’s members have published. */
export const equipmentExport: Export<EquipmentRow> = {
  file: { fr: 'equipements', en: 'equipment' },
  for: ['workshop', 'network'],
  rows: equipmentRows,
  columns: [
    { title: { fr: 'Atelier', en: 'Workshop' }, of: ({ workshop }) => workshop },
    { title: { fr: 'Équipement', en: 'Equipment' }, of: ({ machine }) => machine.name },
    { title: { fr: 'Marque', en: 'Maker' }, of: ({ machine }) => machine.maker },
    { title: { fr: 'Modèle', en: 'Model' }, of: ({ machine }) => machine.model },
    { title: { fr: 'État', en: 'Status' }, of: ({ machine }, locale) => resourceStatusWords[machine.status][locale] },
    {
      title: { fr: 'Procédés', en: 'Processes' },
      of: ({ machine }, locale) =>
        machine.processes.map((id) => (isProcess(id) ? processes[id][locale] : id)).join(' | '),
    },
    { title: { fr: 'Exemplaires', en: 'Units' }, of: ({ machine }) => machine.units.length },
    { title: { fr: 'Codes', en: 'Codes' }, of: ({ machine }) => machine.units.map(({ code }) => code).join(' | ') },
    {
      title: { fr: 'Rangement', en: 'Shelf' },
      of: ({ machine }) => [...new Set(machine.units.flatMap(({ shelf }) => shelf ?? []))].join(' | '),
    },
    { title: { fr: 'Usage', en: 'Use' }, of: ({ machine }, locale) => useWords[machine.use][locale] },
    { title: { fr: 'Tarif', en: 'Pricing' }, of: ({ machine }, locale) => pricingWords[machine.terms.pricing][locale] },
    { title: { fr: 'Prix en euros', en: 'Rate in euros' }, of: ({ machine }) => ({ cents: machine.terms.rateCents }) },
    {
      title: { fr: 'Caution en euros', en: 'Deposit in euros' },
      of: ({ machine }) => ({ cents: machine.terms.depositCents }),
    },
    {
      title: { fr: 'Ouvert à', en: 'Open to' },
      of: ({ machine }, locale) => audienceWords[machine.terms.audience][locale],
    },
    { title: { fr: 'Accord automatique', en: 'Accepted by itself' }, of: ({ machine }) => machine.terms.automatic },
    { title: { fr: 'Habilitation', en: 'Accreditation' }, of: ({ machine }) => machine.accreditation },
    { title: { fr: 'Longueur en mm', en: 'Length in mm' }, of: ({ machine }) => machine.envelope?.x },
    { title: { fr: 'Largeur en mm', en: 'Width in mm' }, of: ({ machine }) => machine.envelope?.y },
    { title: { fr: 'Hauteur en mm', en: 'Height in mm' }, of: ({ machine }) => machine.envelope?.z },
    {
      title: { fr: 'Modifié le', en: 'Changed on' },
      of: ({ machine, timeZone }) => ({ at: machine.updatedAt, timeZone }),
    },
  ],
};

interface CalendarRow {
  booking: Booking;
  machine: string;
  unit: string;
  code: string;
  party: string;
  timeZone: string;
}

async function* calendarRows({ id }: Party): AsyncGenerator<CalendarRow[]> {
  const timeZone = (await timeZones([id])).get(id) ?? homeZone;
  for await (const hand of inHands(BookingRecord, { workshopId: id }, { blockUntil: 1 })) {
    const machines = await ResourceRecord.find(
      { _id: { $in: [...new Set(hand.map(({ resourceId }) => resourceId))] } },
      { name: 1, units: 1 },
    ).lean();
    const known = new Map(machines.map((machine) => [machine._id, machine]));
    const loans = await LoanRecord.find(
      { _id: { $in: hand.filter(({ purpose }) => purpose === 'loan').map(({ subjectId }) => subjectId) } },
      { code: 1, party: 1 },
    ).lean();
    const loanOf = new Map(loans.map((loan) => [loan._id, loan]));
    const parties = await partyNames(loans.map(({ party }) => party));
    yield hand.map((booking) => {
      const loan = loanOf.get(booking.subjectId);
      const machine = known.get(booking.resourceId);
      return {
        booking,
        machine: machine?.name ?? '',
        unit: machine?.units.find((unit) => unit.id === booking.unitId)?.code ?? '',
        code: loan?.code ?? '',
        party: loan ? (parties.get(partyKey(loan.party)) ?? '') : '',
        timeZone,
      };
    });
  }
}

/** Every stretch of time taken on a workshop’s machines. */
export const calendarExport: Export<CalendarRow> = {
  file: { fr: 'calendrier', en: 'calendar' },
  for: ['workshop'],
  rows: calendarRows,
  columns: [
    { title: { fr: 'Équipement', en: 'Equipment' }, of: ({ machine }) => machine },
    { title: { fr: 'Exemplaire', en: 'Unit' }, of: ({ unit }) => unit },
    { title: { fr: 'Début', en: 'Start' }, of: ({ booking, timeZone }) => ({ at: booking.from, timeZone }) },
    { title: { fr: 'Fin', en: 'End' }, of: ({ booking, timeZone }) => ({ at: booking.until, timeZone }) },
    { title: { fr: 'Pour', en: 'For' }, of: ({ booking }, locale) => purposeWords[booking.purpose][locale] },
    { title: { fr: 'État', en: 'State' }, of: ({ booking }, locale) => bookingStateWords[booking.state][locale] },
    { title: { fr: 'Bon', en: 'Slip' }, of: ({ code }) => code },
    { title: { fr: 'Emprunteur', en: 'Borrower' }, of: ({ party }) => party },
  ],
};
