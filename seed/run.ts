import { type AppDeps, createServices } from '../gateway/app.ts';
import type { CreateEquipmentInput } from '../gateway/modules/catalogue/equipment.inputs.ts';
import { PersonRecord } from '../gateway/modules/identity/person.entity.ts';
import { OutgoingMailRecord } from '../gateway/modules/notice/notice.entity.ts';
import { WorkshopRecord } from '../gateway/modules/workshop/workshop.entity.ts';
import { stableId } from '../gateway/platform/ids.ts';
import { Cast, type DemonstrationAccount } from './cast.ts';
import { playJobs } from './jobs.ts';
import { playLoans } from './loans.ts';
import { playNeeds } from './needs.ts';
import { openFirm, playRequests } from './requests.ts';
import { playSharing } from './sharing.ts';
import { playTrainers } from './trainers.ts';
import { type Site, type Stage, StoryClock } from './stage.ts';
import { playToday } from './today.ts';
import { demonstrationPassword, firm, network, people } from './world.ts';
import { type SeedMachine, type SeedWorkshop, workshops } from './workshops.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Demonstration {
  password: string;
  accounts: DemonstrationAccount[];
}

/** The accounts that the start shows, in the order in which one would try them. */
const shown = (cast: Cast): DemonstrationAccount[] => [
  cast.account(people.head, 'tête de réseau'),
  cast.account(workshops[0]!.manager, `gère ${workshops[0]!.name}`),
  cast.account(workshops[1]!.manager, `gère ${workshops[1]!.name}`),
  cast.account(workshops[2]!.manager, `gère ${workshops[2]!.name}`),
  cast.account(people.firm, `dirige ${firm.name}`),
  cast.account(people.admin, 'administration'),
];

const hoursOf = ({ hours }: SeedWorkshop) =>
  hours.flatMap(([days, from, to]) => days.map((day) => ({ day, from, to })));

async function openWorkshop(stage: Stage, seed: SeedWorkshop): Promise<Site> {
  const { services, cast } = stage;
  const manager = await cast.person(seed.manager);
  const workshop = await services.workshops.create(manager, {
    idempotencyKey: stage.key(),
    code: seed.code,
    name: seed.name,
    place: seed.town,
    address: seed.address,
    description: seed.description,
    openingHours: hoursOf(seed),
    closures: [],
    answers: seed.answers,
  });
  for (const name of seed.members ?? []) await cast.holding(name, 'workshop_member', workshop._id);
  return { workshop, manager: await cast.holding(seed.manager, 'workshop_manager', workshop._id) };
}

/** What a manager would type for this machine. */
function equipmentInput(stage: Stage, { workshop }: Site, machine: SeedMachine): CreateEquipmentInput {
  const [x, y, z] = machine.envelope ?? [];
  const envelope = x === undefined ? null : { x, y: y ?? null, z: z ?? null };
  const [pricing, rateCents] = machine.pricing ?? ['free', 0];
  const [prepareMinutes, cleanMinutes, transportMinutes] = machine.buffers ?? [0, 0, 0];
  const common = {
    process: machine.process,
    envelopeMm: envelope,
    toleranceClass: machine.tolerance ?? null,
    lotMin: machine.lot?.[0] ?? null,
    lotMax: machine.lot?.[1] ?? null,
    ratePerHour: machine.ratePerHour ?? null,
    leadDays: machine.leadDays ?? null,
    priceCentsPerHour: pricing === 'hourly' ? rateCents : null,
    evidence: 'confirmed' as const,
  };
  const rows = machine.materials.map(([material, maxThicknessMm]) => ({ ...common, material, maxThicknessMm }));
  return {
    idempotencyKey: stage.key(),
    workshopId: workshop._id,
    name: machine.name,
    maker: machine.maker,
    model: machine.model,
    description: machine.description ?? '',
    processes: [machine.process],
    envelope,
    use: machine.use,
    terms: {
      pricing,
      rateCents,
      depositCents: machine.deposit ?? 0,
      audience: machine.audience ?? 'everyone',
      automatic: machine.automatic ?? false,
      noticeHours: 2,
      longestHours: machine.use === 'on_site' ? 10 : 24 * 14,
      holdHours: 48,
      conditions: '',
    },
    buffers: { prepareMinutes, cleanMinutes, transportMinutes },
    accreditation: machine.accreditation ?? null,
    checklist: [...(machine.checklist ?? [])],
    capabilities: rows.length > 0 ? rows : [common],
    units: machine.shelves.map((shelf, n) => ({ shelf, code: `${workshop.code}-${machine.sort}-0${n + 1}` })),
    published: true,
  };
}

async function openNetwork(stage: Stage): Promise<void> {
  const { services, cast } = stage;
  const admin = await cast.person(people.admin, { admin: true });
  const created = await services.networks.create(admin, { ...network, idempotencyKey: stage.key() });
  const head = await cast.holding(people.head, 'network_head', created._id);
  stage.circle = { id: created._id, head };
  await cast.holding(people.coordinator, 'network_coordinator', created._id);
  for (const [n, seed] of workshops.entries()) {
    const site = await openWorkshop(stage, seed);
    stage.sites.set(seed.code, site);
    const wish = { workshopId: site.workshop._id, networkCode: network.code, idempotencyKey: stage.key() };
    const membership = await services.memberships.ask(site.manager, wish);
    const stillAsking = n === workshops.length - 1;
    if (!stillAsking) await services.memberships.move(head, membership._id, 'admit');
    for (const machine of seed.machines)
      stage.machines.set(
        `${seed.code}-${machine.sort}`,
        await services.equipment.create(site.manager, equipmentInput(stage, site, machine)),
      );
  }
}

/** Whether nobody and nothing is there yet. */
export const isEmpty = async (): Promise<boolean> =>
  (await WorkshopRecord.estimatedDocumentCount()) === 0 && (await PersonRecord.estimatedDocumentCount()) === 0;

/**
 * Plays the demonstration network through the services, with a clock that the story turns and ids that are counted: the
 * same day gives the same rows. Its mails never leave: its people do not exist.
 */
export async function playDemonstration(deps: AppDeps): Promise<Demonstration> {
  const present = new Date(Math.floor(deps.clock().getTime() / HOUR) * HOUR);
  const clock = new StoryClock(new Date(present.getTime() - 40 * DAY));
  let counted = 0;
  const count = () => stableId('demonstration', String((counted += 1)));
  const services = createServices({ ...deps, clock: clock.read, newId: count });
  const cast = new Cast({ clock: clock.read });
  const key = () => `demonstration-${count()}`;
  const stage: Stage = { services, clock, cast, present, sites: new Map(), machines: new Map(), key };
  await openNetwork(stage);
  const asker = await openFirm(stage);
  await playLoans(stage);
  await playToday(stage);
  await playRequests(stage, asker);
  await playSharing(stage);
  await playTrainers(stage);
  await playNeeds(stage);
  await playJobs(stage);
  await OutgoingMailRecord.deleteMany({ status: 'pending' });
  return { password: demonstrationPassword, accounts: shown(cast) };
}

/** Plays the demonstration when the database holds nothing; otherwise says who is in it, if it is there. */
export async function demonstrationIn(deps: AppDeps, seedIfEmpty: boolean): Promise<Demonstration | undefined> {
  if (seedIfEmpty && (await isEmpty())) return playDemonstration(deps);
  const cast = new Cast({ clock: deps.clock });
  const accounts = shown(cast);
  const there = await PersonRecord.countDocuments({ email: { $in: accounts.map(({ email }) => email) } });
  return there === accounts.length ? { password: demonstrationPassword, accounts } : undefined;
}
