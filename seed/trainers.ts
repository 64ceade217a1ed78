import { siteOf, type Stage } from './stage.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const cast = [
  {
    at: 'BLO',
    teaches: 'laser.3,fff.2,vector.2',
    languages: 'fr,en',
    pricing: 'hourly',
    rateCents: 4_500,
    radius: 120,
  },
  {
    at: 'TOU',
    teaches: 'cnc_milling.3,cad.2,safety.2',
    languages: 'fr',
    pricing: 'exchange',
    rateCents: 0,
    radius: 150,
  },
] as const;

/** Two who teach at other workshops, and a visit that is agreed. */
export async function playTrainers(stage: Stage): Promise<void> {
  const { services, key, present } = stage;
  for (const { at, teaches, languages, pricing, rateCents, radius } of cast) {
    const { manager, workshop } = siteOf(stage, at);
    const terms = {
      depositCents: 0,
      audience: 'everyone',
      automatic: false,
      noticeHours: 24,
      longestHours: 72,
    } as const;
    const trainer = await services.trainers.create(manager, {
      idempotencyKey: key(),
      workshopId: workshop._id,
      name: manager.name,
      description: 'Formation en petit groupe, sur vos machines, avec vos projets.',
      facts: [
        { name: 'teaches', text: teaches },
        { name: 'languages', text: languages },
        { name: 'radius', number: radius },
        { name: 'perKm', number: 50 },
        { name: 'employment', text: 'employed' },
      ],
      terms: { ...terms, pricing, rateCents, holdHours: 72, conditions: '' },
      hours: [],
    });
    if (at !== 'BLO') continue;
    const day = Math.floor(present.getTime() / DAY) * DAY + 9 * DAY;
    const visit = await services.borrowing.request(siteOf(stage, 'VEN').manager, {
      resourceId: trainer._id,
      from: new Date(day + 8 * HOUR),
      until: new Date(day + 11 * HOUR),
      use: 'take_away',
      note: 'Former trois bénévoles à la découpe laser.',
      termsAccepted: true,
      idempotencyKey: key(),
    });
    await services.borrowing.move(manager, visit._id, 'accept');
  }
}
