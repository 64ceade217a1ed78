import { type Accreditation, AccreditationRecord } from '../training/accreditation.entity.ts';
import { type Mandate, MandateRecord } from '../identity/person.entity.ts';
import type { Party } from '../identity/viewer.ts';
import type { Export } from './export.table.ts';
import { roleWords } from './export.words.ts';
import { homeZone, inHands, personNames, timeZones } from './rows.ts';

interface PersonRow {
  mandate: Mandate;
  name: string;
}

async function* peopleRows({ scope, id }: Party): AsyncGenerator<PersonRow[]> {
  if (scope === 'person') return;
  for await (const hand of inHands(MandateRecord, { scope, scopeId: id }, { role: 1 })) {
    const names = await personNames(hand.map(({ personId }) => personId));
    yield hand.map((mandate) => ({ mandate, name: names.get(mandate.personId) ?? '' }));
  }
}

/** Who holds a role in an organisation. */
export const peopleExport: Export<PersonRow> = {
  file: { fr: 'personnes', en: 'people' },
  for: ['workshop', 'firm', 'network'],
  rows: peopleRows,
  columns: [
    { title: { fr: 'Nom', en: 'Name' }, of: ({ name }) => name },
    { title: { fr: 'Rôle', en: 'Role' }, of: ({ mandate }, locale) => roleWords[mandate.role][locale] },
    { title: { fr: 'Depuis', en: 'Since' }, of: ({ mandate }) => ({ at: mandate.since, timeZone: homeZone }) },
  ],
};

interface AccreditationRow {
  held: Accreditation;
  name: string;
  issuer: string;
  timeZone: string;
}

async function* accreditationRows({ id }: Party): AsyncGenerator<AccreditationRow[]> {
  const timeZone = (await timeZones([id])).get(id) ?? homeZone;
  for await (const hand of inHands(AccreditationRecord, { workshopId: id }, { issuedAt: -1 })) {
    const names = await personNames(hand.flatMap(({ personId, issuedBy }) => [personId, issuedBy]));
    yield hand.map((held) => ({
      held,
      name: names.get(held.personId) ?? '',
      issuer: names.get(held.issuedBy) ?? '',
      timeZone,
    }));
  }
}

/** What a workshop says that people can use safely. */
export const accreditationExport: Export<AccreditationRow> = {
  file: { fr: 'habilitations', en: 'accreditations' },
  for: ['workshop'],
  rows: accreditationRows,
  columns: [
    { title: { fr: 'Personne', en: 'Person' }, of: ({ name }) => name },
    { title: { fr: 'Habilitation', en: 'Accreditation' }, of: ({ held }) => held.name },
    { title: { fr: 'Délivrée le', en: 'Issued on' }, of: ({ held, timeZone }) => ({ at: held.issuedAt, timeZone }) },
    { title: { fr: 'Délivrée par', en: 'Issued by' }, of: ({ issuer }) => issuer },
    { title: { fr: 'Retirée le', en: 'Revoked on' }, of: ({ held, timeZone }) => ({ at: held.revokedAt, timeZone }) },
    { title: { fr: 'Dernier usage', en: 'Last used' }, of: ({ held, timeZone }) => ({ at: held.usedAt, timeZone }) },
  ],
};
