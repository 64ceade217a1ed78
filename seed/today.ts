import { accept, ask, handOver } from './loans.ts';
import { away, machineOf, minutesAfter, openings, siteOf, slot, type Stage } from './stage.ts';

const DAY = 86_400_000;
const dayOf = (instant: Date) => Math.floor(instant.getTime() / DAY);

/**
 * What keeps two counters busy on the day of the story: a machine to hand over, one that comes back, a return to check
 * and a request to answer. On a day when they stay shut, what belongs to its hours is left out.
 */
export async function playToday(stage: Stage): Promise<void> {
  const { present, services } = stage;
  const [blois, vendome, orleans, tours] = [
    siteOf(stage, 'BLO'),
    siteOf(stage, 'VEN'),
    siteOf(stage, 'ORL'),
    siteOf(stage, 'TOU'),
  ];

  const back = away(blois, present, -1, 1);
  if (minutesAfter(back.from, 5) < present) {
    const form = await ask(stage, tours.manager, {
      machine: 'BLO-THE',
      period: back,
      use: 'take_away',
      note: 'Moules de démonstration pour un salon.',
    });
    await accept(stage, blois, form);
    await handOver(stage, blois, form, 'BLO-THE', 'Joint remplacé le mois dernier.');
  }

  const today = slot(orleans, present, 0, 2);
  if (dayOf(today.from) === dayOf(present)) {
    const bend = await ask(stage, tours.manager, {
      machine: 'ORL-PLI',
      period: today,
      use: 'on_site',
      note: 'Six équerres en aluminium de 2 mm.',
    });
    await accept(stage, orleans, bend);
  }

  const over = openings(orleans, present, -7).findLast(
    ({ from, until }) => dayOf(from) < dayOf(present) && until.getTime() - from.getTime() >= 3 * 3_600_000,
  );
  if (over) {
    const done = await ask(stage, vendome.manager, {
      machine: 'ORL-PLI',
      period: { from: over.from, until: minutesAfter(over.from, 120) },
      use: 'on_site',
      note: 'Capots de machine.',
    });
    await accept(stage, orleans, done);
    await handOver(stage, orleans, done, 'ORL-PLI', '');
    stage.clock.set(minutesAfter(done.until, -10));
    const present = [...machineOf(stage, 'ORL-PLI').checklist];
    await services.borrowing.move(orleans.manager, done._id, 'take_back', {
      takeBack: { broughtBy: 'Yanis Kaddour', present, missing: [], condition: '' },
    });
  }

  await ask(stage, vendome.manager, {
    machine: 'ORL-PLI',
    period: slot(orleans, present, 2, 2),
    use: 'on_site',
    note: 'Bacs à copeaux, quatre pièces.',
  });
}
