import type { Application } from '../gateway/modules/hiring/application.entity.ts';
import type { PersonViewer } from '../gateway/modules/identity/viewer.ts';
import type { Listing } from '../gateway/modules/sharing/listing.entity.ts';
import { stableId } from '../gateway/platform/ids.ts';
import type { WeekHalf } from '../schema/jobs.ts';
import { cvOf } from './cv.ts';
import type { SeedListing } from './lots.ts';
import { offer } from './sharing.ts';
import { hoursBefore, openings, siteOf, type Stage } from './stage.ts';

const DAY = 24;
const HALF = 10;

const dayAhead = ({ present }: Stage, days: number) =>
  hoursBefore(present, -days * DAY)
    .toISOString()
    .slice(0, 10);
const managerOf = (stage: Stage, code: string) => siteOf(stage, code).manager;

interface Post extends Pick<SeedListing, 'workshop' | 'name' | 'description' | 'decided' | 'byNetwork'> {
  /** Its code in the ROME. */
  title: string;
  contract: 'cdi' | 'cdd';
  pay: readonly [from: number, to: number];
  place: string;
  skills: string;
  startsIn: number;
}

const employer = 'Groupement d’employeurs des ateliers du Centre-Val de Loire';

const posts = {
  manager: {
    workshop: 'VIE',
    name: 'Fablab manager partagé, Berry',
    description:
      'Trois ateliers, une seule personne\u00A0: ouverture au public, suivi des machines, formation des usagers.',
    title: '510621',
    contract: 'cdi',
    pay: [230_000, 255_000],
    place: 'Vierzon, Bourges, Orléans',
    skills: 'Découpe laser, impression 3D, accueil du public.\nPermis B.',
    startsIn: -3,
    decided: -20,
  },
  mediator: {
    workshop: 'ORL',
    name: 'Médiation numérique, trois ateliers',
    description: 'Ateliers d’initiation, accompagnement de projets, sorties en médiathèque.',
    title: '509832',
    contract: 'cdi',
    pay: [205_000, 225_000],
    place: 'Orléans, Blois, Vendôme',
    skills: 'Animation de groupes, modélisation 3D, découpe vinyle.\nDéplacements pris en charge.',
    startsIn: 45,
    decided: 14,
    byNetwork: true,
  },
  wood: {
    workshop: 'TOU',
    name: 'Prototypiste bois à partager',
    description: 'Fraisage et assemblage pour les petites séries. Il manque encore trois demi-journées.',
    title: '18215',
    contract: 'cdd',
    pay: [215_000, 240_000],
    place: 'Tours, Amboise, Chartres',
    skills: 'Fraisage trois axes, lecture de plans, finition.',
    startsIn: 60,
    decided: 21,
  },
} as const satisfies Record<string, Post>;

function draft(stage: Stage, post: Post, hours: number): Promise<Listing> {
  const { title, contract, pay, place, skills, startsIn, ...said } = post;
  const facts = [
    { name: 'title' as const, text: title },
    { name: 'employer' as const, text: employer },
    { name: 'contract' as const, text: contract },
    { name: 'start' as const, text: dayAhead(stage, startsIn) },
    { name: 'payFrom' as const, number: pay[0] },
    { name: 'payTo' as const, number: pay[1] },
    { name: 'place' as const, text: place },
    { name: 'skills' as const, text: skills },
  ];
  const week = { measure: 'percent', quantity: 100, threshold: 100, minimum: HALF, step: HALF } as const;
  return offer(stage, { ...said, kind: 'job', ...week, facts }, hours);
}

async function pledge(stage: Stage, { _id }: Listing, code: string, days: WeekHalf[], hours: number): Promise<void> {
  stage.clock.set(hoursBefore(stage.present, hours));
  await stage.services.claims.request(managerOf(stage, code), {
    listingId: _id,
    quantity: days.length * HALF,
    days,
    note: '',
    wait: false,
    idempotencyKey: stage.key(),
  });
}

async function apply(
  stage: Stage,
  { _id }: Listing,
  { name, message, cv }: { name: string; message: string; cv?: readonly string[] },
  hours: number,
): Promise<{ candidate: PersonViewer; application: Application }> {
  const candidate = await stage.cast.person(name);
  stage.clock.set(hoursBefore(stage.present, hours));
  const said = { listingId: _id, message, phone: '', keepMonths: 6, idempotencyKey: stage.key() };
  const application = await stage.services.applications.apply(candidate, said);
  if (cv) {
    const facts = { purpose: 'cv', kind: 'pdf', name: 'cv.pdf', alt: '', by: candidate.id } as const;
    const file = { ...facts, subjectId: application._id, width: 0, height: 0, cleaned: false, rowErrors: [] };
    const bytes = cvOf([name, '', ...cv]);
    await stage.services.files.keep({ _id: stableId('cv', application._id), ...file }, [
      { variant: 'original', bytes, type: 'application/pdf' },
    ]);
  }
  return { candidate, application };
}

/** Filled a fortnight ago: two half-days are asked for the other way round. */
async function playHired(stage: Stage): Promise<void> {
  const { applications, swaps } = stage.services;
  const post = await draft(stage, posts.manager, 36 * DAY);
  await pledge(stage, post, 'BOU', ['mon_am', 'mon_pm', 'tue_am', 'tue_pm'], 35 * DAY);
  await pledge(stage, post, 'VIE', ['wed_am', 'wed_pm', 'thu_am', 'thu_pm'], 34 * DAY);
  await pledge(stage, post, 'ORL', ['fri_am', 'fri_pm'], 33 * DAY);
  const { application } = await apply(
    stage,
    post,
    { name: 'Sandra Lefèvre', message: 'J’ai ouvert et tenu pendant quatre ans l’atelier d’un lycée technique.' },
    30 * DAY,
  );
  await apply(stage, post, { name: 'Théo Marin', message: 'Je sors d’un BUT génie mécanique.' }, 29 * DAY);
  stage.clock.set(hoursBefore(stage.present, 16 * DAY));
  await applications.move(managerOf(stage, 'VIE'), application._id, 'hire', 'Bienvenue, on se voit lundi à Bourges.');
  stage.clock.set(hoursBefore(stage.present, 22));
  await swaps.ask(managerOf(stage, 'VIE'), {
    listingId: post._id,
    otherId: siteOf(stage, 'BOU').workshop._id,
    give: 'wed_am',
    take: 'tue_am',
    note: 'Une classe vient tous les mardis matin jusqu’en juin.',
    idempotencyKey: stage.key(),
  });
}

/** One workshop lacks still, and two want one morning. */
async function playFilling(stage: Stage): Promise<void> {
  const post = await draft(stage, posts.wood, 7 * DAY);
  await pledge(stage, post, 'TOU', ['mon_am', 'mon_pm', 'tue_am', 'tue_pm'], 7 * DAY);
  await pledge(stage, post, 'AMB', ['tue_am', 'wed_am'], 5 * DAY);
  await pledge(stage, post, 'CHA', ['wed_pm'], 4 * DAY);
}

/** Published: one is met this week, another has just written. */
async function playPublished(stage: Stage): Promise<void> {
  const { applications } = stage.services;
  const post = await draft(stage, posts.mediator, 12 * DAY);
  await pledge(stage, post, 'ORL', ['mon_am', 'mon_pm', 'tue_am', 'tue_pm'], 12 * DAY);
  await pledge(stage, post, 'BLO', ['wed_am', 'wed_pm', 'thu_am', 'thu_pm'], 10 * DAY);
  await pledge(stage, post, 'VEN', ['fri_am', 'fri_pm'], 6 * DAY);
  const { candidate, application } = await apply(
    stage,
    post,
    {
      name: 'Jeanne Masson',
      message: 'J’anime des ateliers de couture numérique depuis trois ans et je cherche un poste stable.',
      cv: ['Médiatrice numérique', '2023-2026 : médiathèque de Vendôme', '2020-2023 : association Fil à fil, Blois'],
    },
    5 * DAY,
  );
  await apply(stage, post, { name: 'Malik Ferhat', message: 'Je peux commencer dès janvier.' }, 30);
  stage.clock.set(hoursBefore(stage.present, 4 * DAY));
  const manager = managerOf(stage, 'BLO');
  await applications.note(manager, application._id, 'Déjà venue deux fois à nos portes ouvertes, très à l’aise.');
  await applications.move(manager, application._id, 'shortlist');
  stage.clock.set(hoursBefore(stage.present, 3 * DAY));
  const orleans = siteOf(stage, 'ORL');
  const slots = openings(orleans, stage.present, 2).slice(0, 2);
  const times = slots.map(({ from }) => from);
  const place = 'Au Laminoir, salle de CAO';
  await applications.propose(orleans.manager, { id: application._id, slots: times, place });
  stage.clock.set(hoursBefore(stage.present, 2 * DAY));
  await applications.choose(candidate, application._id, times[0]!);
}

/** Posts that workshops share: one filled, one whose week is filling, one published. */
export async function playJobs(stage: Stage): Promise<void> {
  await playHired(stage);
  await playFilling(stage);
  await playPublished(stage);
  stage.clock.set(stage.present);
}
