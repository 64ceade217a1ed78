import { FirmRecord } from '../../gateway/modules/firm/firm.entity.ts';
import { type Mandate, MandateRecord, PersonRecord } from '../../gateway/modules/identity/person.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { MembershipRecord, NetworkRecord } from '../../gateway/modules/network/network.entity.ts';
import { type Resource, ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { type Workshop, WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { type Role, roles } from '../../schema/vocabulary.ts';

const towns = {
  Blois: [1.329, 47.594, '41'],
  Orléans: [1.909, 47.902, '45'],
  Tours: [0.688, 47.394, '37'],
  Chartres: [1.49, 48.446, '28'],
  Brest: [-4.486, 48.39, '29'],
  'Saint-Denis': [55.448, -20.879, '974'],
} as const;

export type Town = keyof typeof towns;
const since = new Date('2026-01-05T09:00:00Z');

const placed = (town: Town) => {
  const [lon, lat, departement] = towns[town];
  return { location: { type: 'Point' as const, coordinates: [lon, lat] as [number, number] }, departement };
};

/** A person with a proven address, acting as themselves until `actingFor` says otherwise. */
export async function person(name = 'Lou P.', { admin = false, verified = true } = {}): Promise<PersonViewer> {
  const _id = newId();
  const email = `${_id}@example.org`;
  await PersonRecord.create([{ _id, name, email, emailVerified: verified, locale: 'fr', admin, createdAt: since }]);
  return { kind: 'person', id: _id, name, email, verified, admin, roles: [], acting: { scope: 'person', id: _id } };
}

/** The same person with one role more, acting for that organisation. */
export async function holding(viewer: PersonViewer, role: Role, scopeId: string): Promise<PersonViewer> {
  const { scope } = roles[role];
  const mandate: Mandate = { _id: newId(), personId: viewer.id, scope, scopeId, role, since };
  await MandateRecord.create([mandate]);
  return { ...viewer, roles: [...viewer.roles, { role, scopeId }], acting: { scope, id: scopeId } };
}

let nth = 0;

/** A workshop without declared hours, so always open, and its manager. */
export async function workshop(town: Town = 'Blois', more: Partial<Workshop> = {}) {
  nth += 1;
  const row = {
    _id: newId(),
    slug: `atelier-${town
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '')}-${nth}`,
    code: `W${String(nth).padStart(2, '0')}`,
    name: `Atelier de ${town} ${nth}`,
    description: '',
    address: '1 rue des Essais',
    postalCode: '41000',
    city: town,
    ...placed(town),
    geoPrecision: 'exact' as const,
    timeZone: town === 'Saint-Denis' ? 'Indian/Reunion' : 'Europe/Paris',
    openingHours: [],
    closures: [],
    archetypeAnswers: {},
    processes: [],
    materials: [],
    networkIds: [],
    confirmed: true,
    updatedAt: since,
    machines: [],
    declaredKeys: [],
    searchWords: [],
    nameKey: '',
    revision: 0,
    ...more,
  };
  await WorkshopRecord.create([row]);
  return {
    workshop: row,
    manager: await holding(await person(`Gérance ${nth}`), 'workshop_manager', row._id),
  };
}

/** A network that has admitted these workshops, and its head. */
export async function network(members: readonly Workshop[] = [], code = `N${(nth += 1)}`) {
  const row = { _id: newId(), code, name: `Réseau ${code}`, description: '', departements: ['41'] };
  await NetworkRecord.create([row]);
  for (const { _id } of members) {
    await MembershipRecord.create([
      { _id: newId(), networkId: row._id, workshopId: _id, status: 'admitted', askedAt: since, decidedAt: since },
    ]);
    await WorkshopRecord.updateOne({ _id }, { $addToSet: { networkIds: row._id } });
    await ResourceRecord.updateMany({ workshopId: _id }, { $addToSet: { networkIds: row._id } });
  }
  return { network: row, head: await holding(await person('Tête de réseau'), 'network_head', row._id) };
}

export async function firm(town: Town = 'Blois', name = 'Cycles Ferrandon') {
  const row = { _id: newId(), name, postalCode: '41000', city: town, location: placed(town).location };
  await FirmRecord.create([row]);
  return { firm: row, member: await holding(await person('Une dirigeante'), 'firm_member', row._id) };
}

/** A published laser that everyone may borrow, on site or not, with no buffers and no notice. */
export async function laser(owner: Workshop, more: Partial<Resource> = {}): Promise<Resource> {
  nth += 1;
  // As the workshop is now: it may have joined a network since the test made it.
  const site = (await WorkshopRecord.findById(owner._id).lean()) ?? owner;
  const row: Resource = {
    _id: newId(),
    kind: 'equipment',
    status: 'published',
    workshopId: owner._id,
    name: `Découpeuse laser ${nth}`,
    maker: 'Trotec',
    model: 'Speedy 100',
    description: '',
    processes: ['laser_co2_cut'],
    processTree: ['laser_co2_cut', 'laser'],
    materialTree: [],
    envelope: { x: 610, y: 305, z: 170 },
    use: 'both',
    terms: {
      pricing: 'free',
      rateCents: 0,
      depositCents: 0,
      audience: 'everyone',
      automatic: false,
      noticeHours: 0,
      longestHours: 24 * 30,
      holdHours: 48,
      conditions: '',
    },
    buffers: { prepareMinutes: 0, cleanMinutes: 0, transportMinutes: 0 },
    checklist: [],
    units: [{ id: newId(), code: `${owner.code}-LAS-${String(nth).padStart(2, '0')}` }],
    location: site.location,
    departement: site.departement,
    networkIds: site.networkIds,
    updatedAt: since,
    searchWords: [],
    abilities: [],
    hourlyCents: 0,
    revision: 0,
    ...more,
  };
  await ResourceRecord.create([row]);
  return row;
}
