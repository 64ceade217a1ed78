import { fromStored } from '../../platform/point.ts';
import type { Party } from '../identity/viewer.ts';
import { type Membership, MembershipRecord } from '../network/network.entity.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { isProcess, processes } from '../../../schema/taxonomy.ts';
import type { Export } from './export.table.ts';
import { membershipWords } from './export.words.ts';
import { homeZone, inHands, workshopNames } from './rows.ts';

async function* workshopRows({ id }: Party): AsyncGenerator<Workshop[]> {
  yield* inHands(WorkshopRecord, { networkIds: id }, { nameKey: 1 });
}

/** The records of the workshops that belong to a network; an import reads this table back. */
export const workshopExport: Export<Workshop> = {
  file: { fr: 'ateliers', en: 'workshops' },
  for: ['network'],
  rows: workshopRows,
  columns: [
    {
      title: { fr: 'Identifiant', en: 'Id' },
      of: ({ source, slug }) => (source ? `${source.system}:${source.id}` : `maillage:${slug}`),
    },
    { title: { fr: 'Nom', en: 'Name' }, of: ({ name }) => name },
    { title: { fr: 'Adresse', en: 'Address' }, of: ({ address }) => address },
    { title: { fr: 'Code postal', en: 'Postal code' }, of: ({ postalCode }) => postalCode },
    { title: { fr: 'Ville', en: 'City' }, of: ({ city }) => city },
    { title: { fr: 'Code INSEE', en: 'INSEE' }, of: ({ insee }) => insee },
    { title: { fr: 'Latitude', en: 'Latitude' }, of: ({ location }) => fromStored(location).lat },
    { title: { fr: 'Longitude', en: 'Longitude' }, of: ({ location }) => fromStored(location).lon },
    { title: { fr: 'Site web', en: 'Website' }, of: ({ website }) => website },
    { title: { fr: 'E-mail', en: 'E-mail' }, of: ({ email }) => email },
    { title: { fr: 'Téléphone', en: 'Telephone' }, of: ({ phone }) => phone },
    { title: { fr: 'Description', en: 'Description' }, of: ({ description }) => description },
    {
      title: { fr: 'Procédés', en: 'Processes' },
      of: (workshop, locale) =>
        workshop.processes.map((id) => (isProcess(id) ? processes[id][locale] : id)).join(' | '),
    },
    { title: { fr: 'Fiche confirmée', en: 'Record confirmed' }, of: ({ confirmed }) => confirmed },
    { title: { fr: 'Modifié le', en: 'Changed on' }, of: ({ updatedAt, timeZone }) => ({ at: updatedAt, timeZone }) },
  ],
};

interface MembershipRow {
  membership: Membership;
  workshop: string;
}

async function* membershipRows({ id }: Party): AsyncGenerator<MembershipRow[]> {
  for await (const hand of inHands(MembershipRecord, { networkId: id }, { status: 1, askedAt: 1 })) {
    const names = await workshopNames(hand.map(({ workshopId }) => workshopId));
    yield hand.map((membership) => ({ membership, workshop: names.get(membership.workshopId) ?? '' }));
  }
}

/** Every tie of a network: asked, admitted, refused, left. */
export const membershipExport: Export<MembershipRow> = {
  file: { fr: 'adhesions', en: 'memberships' },
  for: ['network'],
  rows: membershipRows,
  columns: [
    { title: { fr: 'Atelier', en: 'Workshop' }, of: ({ workshop }) => workshop },
    {
      title: { fr: 'Adhésion', en: 'Membership' },
      of: ({ membership }, locale) => membershipWords[membership.status][locale],
    },
    {
      title: { fr: 'Demandée le', en: 'Asked on' },
      of: ({ membership }) => ({ at: membership.askedAt, timeZone: homeZone }),
    },
    {
      title: { fr: 'Décidée le', en: 'Decided on' },
      of: ({ membership }) => ({ at: membership.decidedAt, timeZone: homeZone }),
    },
    { title: { fr: 'Mot', en: 'Note' }, of: ({ membership }) => membership.note },
  ],
};
