import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { newId } from '../../gateway/platform/ids.ts';
import type { TestApp } from './app.ts';
import { holding, network, person, workshop } from './world.ts';

const CREATE = `mutation C($input: CreateTrainerInput!) { createTrainer(input: $input) { id status } }`;
const PUBLISH = `mutation P($id: ID!) { publishTrainer(id: $id) { id status } }`;

/** Somebody comes: the time is asked for at the borrower's place. */
export const visit = { use: 'take_away', note: 'Former l’équipe' };

export const trainerInput = (workshopId: string, more: object = {}) => ({
  idempotencyKey: newId(),
  workshopId,
  name: 'Ana Ferrandon',
  description: 'Découpe et réglages.',
  facts: [
    { name: 'teaches', text: 'laser.2,cad.1' },
    { name: 'languages', text: 'fr,en' },
    { name: 'radius', number: 150 },
    { name: 'perKm', number: 50 },
    { name: 'employment', text: 'employed' },
  ],
  terms: { pricing: 'hourly', rateCents: 4_000, audience: 'everyone', holdHours: 12, longestHours: 24 },
  hours: [],
  ...more,
});

export function trainerSteps(world: TestApp) {
  const offer = async (by: PersonViewer, input: object): Promise<string> =>
    (await world.get<{ createTrainer: { id: string } }>(by, CREATE, { input })).createTrainer.id;
  return {
    offer,
    /** Blois employs a trainer, who said yes; Tours, Orléans and Brest might ask. */
    trainerWorld: async (more: object = {}) => {
      const [blois, tours, orleans, brest] = [
        await workshop('Blois'),
        await workshop('Tours'),
        await workshop('Orléans'),
        await workshop('Brest'),
      ];
      await network([blois.workshop, tours.workshop, orleans.workshop]);
      const member = await holding(await person('Ana Ferrandon'), 'workshop_member', blois.workshop._id);
      const teacher: PersonViewer = { ...member, acting: { scope: 'person', id: member.id } };
      const trainer = await offer(blois.manager, trainerInput(blois.workshop._id, { email: teacher.email, ...more }));
      await world.get(teacher, PUBLISH, { id: trainer });
      return {
        home: blois.manager,
        site: blois.workshop,
        teacher,
        trainer,
        tours: tours.manager,
        orleans: orleans.manager,
        brest: brest.manager,
      };
    },
  };
}
