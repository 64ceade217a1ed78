import type { PersonViewer } from '../gateway/modules/identity/viewer.ts';
import type { PostNeed } from '../gateway/modules/material/need.inputs.ts';
import { hoursBefore, siteOf, type Stage } from './stage.ts';

const DAY = 24;

type Looking = Omit<PostNeed, 'until' | 'note' | 'radiusKm' | 'idempotencyKey'> & Partial<PostNeed> & { days: number };

async function look(stage: Stage, by: PersonViewer, { days, ...said }: Looking, hours: number): Promise<string> {
  stage.clock.set(hoursBefore(stage.present, hours));
  const need = await stage.services.needs.post(by, {
    radiusKm: 100,
    note: '',
    ...said,
    until: hoursBefore(stage.present, -days * DAY),
    idempotencyKey: stage.key(),
  });
  await stage.services.pairing.run();
  return need._id;
}

/** What workshops look for: one that lots answer, one that a workshop has answered, one that waits for either. */
export async function playNeeds(stage: Stage): Promise<void> {
  const managerOf = (code: string) => siteOf(stage, code).manager;
  await look(
    stage,
    managerOf('VEN'),
    {
      materialId: 'plywood_birch',
      thicknessMin: 3,
      thicknessMax: 3,
      width: 200,
      length: 250,
      quantity: 1,
      measure: 'm2',
      place: '41100',
      days: 45,
      note: 'Boîtes à livres avec une classe de CM2.',
    },
    3 * DAY,
  );
  const acrylic = await look(
    stage,
    managerOf('TOU'),
    { materialId: 'pmma', thicknessMin: 4, thicknessMax: 6, quantity: 2, measure: 'm2', place: '37000', days: 30 },
    2 * DAY,
  );
  await look(
    stage,
    managerOf('BLO'),
    {
      materialId: 'aluminium',
      thicknessMin: 10,
      quantity: 3,
      measure: 'kg',
      place: '41000',
      days: 60,
      note: 'Chutes pour des essais de fraisage, la forme importe peu.',
    },
    DAY,
  );
  stage.clock.set(hoursBefore(stage.present, 20));
  await stage.services.needs.answer(managerOf('ORL'), {
    needId: acrylic,
    note: 'Nous avons du coulé de 5 mm, passez mardi matin.',
    idempotencyKey: stage.key(),
  });
  stage.clock.set(stage.present);
}
