import type { Claim } from '../gateway/modules/sharing/claim.entity.ts';
import type { Listing } from '../gateway/modules/sharing/listing.entity.ts';
import type { PersonViewer } from '../gateway/modules/identity/viewer.ts';
import type { ClaimMove, Public } from '../schema/sharing.ts';
import { circleOf, hoursBefore, minutesAfter, openings, siteOf, type Stage } from './stage.ts';
import { lots, purchases, sessions, type SeedListing } from './lots.ts';

const DAY = 24;

/** What is asked for, and how far it went: each step some hours after the one before. */
interface Asking {
  by: PersonViewer;
  quantity: number;
  note?: string;
  as?: Public;
  wait?: boolean;
  /** Taken by the workshop that offers, unless it is `cancel`. */
  moves?: readonly (ClaimMove | readonly [ClaimMove, note: string])[];
}

/** Offers it as its manager would, so many hours before the present. */
export async function offer(stage: Stage, seed: SeedListing, hours: number): Promise<Listing> {
  const site = siteOf(stage, seed.workshop);
  const { workshop: _, begins, lasts, decided, byNetwork, ...said } = seed;
  const circle = byNetwork ? circleOf(stage) : undefined;
  stage.clock.set(hoursBefore(stage.present, hours));
  const opening = begins === undefined ? undefined : openings(site, stage.present, begins)[0];
  return stage.services.listings.create(circle?.head ?? site.manager, {
    description: '',
    minimum: 1,
    step: 1,
    prices: [],
    audience: 'everyone',
    automatic: false,
    holdHours: 72,
    ...said,
    ...(opening && lasts && { from: opening.from, until: minutesAfter(opening.from, lasts * 60) }),
    ...(decided !== undefined && {
      decideAt: opening
        ? hoursBefore(opening.from, decided * DAY)
        : new Date(stage.present.getTime() + decided * DAY * 3_600_000),
    }),
    workshopId: site.workshop._id,
    ...(circle && { networkId: circle.id }),
    published: true,
    idempotencyKey: stage.key(),
  });
}

/** Asks for a part `hours` before the present, and takes it as far as the asking says. */
async function ask(stage: Stage, listing: Listing, asking: Asking, hours: number): Promise<Claim> {
  const { claims } = stage.services;
  const { manager } = [...stage.sites.values()].find(({ workshop }) => workshop._id === listing.workshopId)!;
  stage.clock.set(hoursBefore(stage.present, hours));
  let claim = await claims.request(asking.by, {
    listingId: listing._id,
    quantity: asking.quantity,
    note: asking.note ?? '',
    wait: asking.wait ?? false,
    ...(asking.as && { as: asking.as }),
    idempotencyKey: stage.key(),
  });
  for (const move of asking.moves ?? []) {
    const [name, note] = typeof move === 'string' ? [move] : move;
    const begun = name === 'attend' || name === 'miss' ? listing.from! : stage.clock.read();
    stage.clock.set(minutesAfter(begun, 40));
    claim = await claims.move(name === 'cancel' ? asking.by : manager, claim._id, name, note);
  }
  return claim;
}

/** Lots of material in the hands of several workshops, with parts in every state. */
async function playLots(stage: Stage): Promise<void> {
  const managerOf = (code: string) => siteOf(stage, code).manager;
  const [birch, pmma, pla, brass, felt] = [
    await offer(stage, lots.birch, 12 * DAY),
    await offer(stage, lots.pmma, 9 * DAY),
    await offer(stage, lots.pla, 6 * DAY),
    await offer(stage, lots.brass, 5 * DAY),
    await offer(stage, lots.felt, 2 * DAY),
  ];
  await ask(stage, birch, { by: managerOf('VEN'), quantity: 10, moves: ['accept', 'receive'] }, 11 * DAY);
  await ask(
    stage,
    birch,
    { by: managerOf('TOU'), quantity: 10, note: 'Gabarits d’un atelier enfants.', moves: ['accept'] },
    30,
  );
  await ask(stage, birch, { by: managerOf('ORL'), quantity: 5, note: 'Essais de découpe, jeudi.' }, 4);
  await ask(stage, pmma, { by: managerOf('BLO'), quantity: 0.8, note: 'Capots de deux vitrines.' }, 6);
  await ask(stage, pmma, { by: managerOf('CHD'), quantity: 0.5, moves: ['accept', 'receive'] }, 8 * DAY);
  await ask(
    stage,
    pla,
    { by: managerOf('CHD'), quantity: 4, moves: [['decline', 'Nous gardons ces bobines pour un stage.']] },
    50,
  );
  await ask(stage, pla, { by: managerOf('VIE'), quantity: 1, moves: ['accept'] }, 26);
  await ask(stage, brass, { by: managerOf('AMB'), quantity: 2, moves: ['accept', 'cancel'] }, 40);
  await ask(stage, felt, { by: managerOf('VEN'), quantity: 1.5 }, 5);
}

/** A session behind, one that is nearly full with somebody waiting, one that has not found its people yet. */
async function playSessions(stage: Stage): Promise<void> {
  const managerOf = (code: string) => siteOf(stage, code).manager;
  const seeker = await stage.cast.person('Jeanne Masson');
  const past = await offer(stage, sessions.resin, 20 * DAY);
  await ask(stage, past, { by: managerOf('BLO'), quantity: 1, moves: ['accept', 'attend', 'certify'] }, 19 * DAY);
  await ask(stage, past, { by: managerOf('LOC'), quantity: 1, moves: ['accept', 'miss'] }, 18 * DAY);
  const laser = await offer(stage, sessions.laser, 10 * DAY);
  await ask(stage, laser, { by: managerOf('VEN'), quantity: 2, moves: ['accept'] }, 9 * DAY);
  await ask(stage, laser, { by: managerOf('ORL'), quantity: 2, moves: ['accept'] }, 7 * DAY);
  await ask(stage, laser, { by: seeker, quantity: 1, as: 'job_seeker', moves: ['accept'] }, 6 * DAY);
  await ask(stage, laser, { by: managerOf('AMB'), quantity: 2, wait: true }, 3 * DAY);
  const milling = await offer(stage, sessions.milling, 4 * DAY);
  await ask(stage, milling, { by: managerOf('TOU'), quantity: 2, moves: ['accept'] }, 3 * DAY);
  await ask(stage, milling, { by: managerOf('BLO'), quantity: 1, note: 'Pour Samira, débutante.' }, 7);
}

/** One purchase close to its threshold, one ordered and being handed out. */
async function playPurchases(stage: Stage): Promise<void> {
  const managerOf = (code: string) => siteOf(stage, code).manager;
  const plywood = await offer(stage, purchases.plywood, 25 * DAY);
  await ask(stage, plywood, { by: managerOf('BLO'), quantity: 8 }, 24 * DAY);
  const share = await ask(stage, plywood, { by: managerOf('CHA'), quantity: 6 }, 22 * DAY);
  await ask(stage, plywood, { by: managerOf('VEN'), quantity: 6 }, 20 * DAY);
  stage.clock.set(hoursBefore(stage.present, 3 * DAY));
  await stage.services.claims.move(managerOf(purchases.plywood.workshop), share._id, 'collect');
  const spools = await offer(stage, purchases.spools, 8 * DAY);
  await ask(stage, spools, { by: managerOf('BLO'), quantity: 10 }, 8 * DAY);
  await ask(stage, spools, { by: managerOf('ORL'), quantity: 12 }, 6 * DAY);
  await ask(stage, spools, { by: managerOf('CHD'), quantity: 8 }, 3 * DAY);
  await ask(stage, spools, { by: managerOf('VEN'), quantity: 4 }, 20);
}

/** What the workshops share by quantity: materials, training and purchases, each kind alive. */
export async function playSharing(stage: Stage): Promise<void> {
  await playLots(stage);
  await playSessions(stage);
  await playPurchases(stage);
  stage.clock.set(stage.present);
}
