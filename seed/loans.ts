import type { PersonViewer } from '../gateway/modules/identity/viewer.ts';
import type { Loan } from '../gateway/modules/borrowing/loan.entity.ts';
import type { Period } from '../gateway/platform/intervals.ts';
import type { LoanUse } from '../schema/loans.ts';
import { away, hoursBefore, machineOf, minutesAfter, type Site, siteOf, slot, type Stage } from './stage.ts';

interface Asking {
  machine: string;
  period: Period;
  use: LoanUse;
  note: string;
  /** How many hours before its start it is asked for. */
  ahead?: number;
}

/** Asks for a machine as the borrower does, some hours ahead and never after the present. */
export async function ask(stage: Stage, borrower: PersonViewer, asking: Asking): Promise<Loan> {
  const { from, until } = asking.period;
  const at = hoursBefore(from, asking.ahead ?? 48);
  stage.clock.set(at < stage.present ? at : hoursBefore(stage.present, 3));
  return stage.services.borrowing.request(borrower, {
    resourceId: machineOf(stage, asking.machine)._id,
    from,
    until,
    use: asking.use,
    note: asking.note,
    termsAccepted: true,
    idempotencyKey: stage.key(),
  });
}

export async function accept(stage: Stage, { manager }: Site, loan: Loan): Promise<void> {
  stage.clock.set(minutesAfter(stage.clock.read(), 95));
  await stage.services.borrowing.move(manager, loan._id, 'accept');
}

export async function handOver(
  stage: Stage,
  { manager }: Site,
  loan: Loan,
  machine: string,
  condition: string,
): Promise<void> {
  stage.clock.set(minutesAfter(loan.from, 5));
  const present = [...machineOf(stage, machine).checklist];
  await stage.services.borrowing.move(manager, loan._id, 'hand_over', {
    handOver: { receivedBy: 'Karim Ouali', present, missing: [], condition },
  });
}

/** Loans in every stage of their life: behind, under way, late, waiting for an answer, to come. */
export async function playLoans(stage: Stage): Promise<void> {
  const { services, present, cast } = stage;
  const [blois, vendome, orleans, tours] = ['BLO', 'VEN', 'ORL', 'TOU'].map((code) => siteOf(stage, code)) as [
    Site,
    Site,
    Site,
    Site,
  ];
  const [bourges, chateaudun, loches] = ['BOU', 'CHD', 'LOC'].map((code) => siteOf(stage, code)) as [Site, Site, Site];

  stage.clock.set(hoursBefore(present, 24 * 30));
  for (const { email } of [vendome.manager, await cast.person('Ana Ferrandon')])
    await services.accreditations.issue(blois.manager, {
      workshopId: blois.workshop._id,
      email,
      name: 'Laser niveau 1',
    });

  const behind = await ask(stage, orleans.manager, {
    machine: 'BLO-SCA',
    period: away(blois, present, -12, 3),
    use: 'take_away',
    note: 'Relevé de trois moules pour une réédition.',
  });
  await accept(stage, blois, behind);
  await handOver(stage, blois, behind, 'BLO-SCA', 'Housse : la fermeture éclair accroche.');
  stage.clock.set(minutesAfter(behind.until, -20));
  await services.borrowing.move(blois.manager, behind._id, 'take_back', {
    takeBack: {
      broughtBy: 'Inès Morel',
      present: [...machineOf(stage, 'BLO-SCA').checklist],
      missing: [],
      condition: 'Comme au départ.',
    },
  });
  await services.borrowing.move(blois.manager, behind._id, 'close');

  const out = await ask(stage, tours.manager, {
    machine: 'BOU-SCA',
    period: away(bourges, present, -4, 7),
    use: 'take_away',
    note: 'Numérisation d’une façade, deux journées de terrain.',
  });
  await accept(stage, bourges, out);
  await handOver(stage, bourges, out, 'BOU-SCA', 'Étalonné la veille.');

  const late = await ask(stage, vendome.manager, {
    machine: 'CHD-XTO',
    period: away(chateaudun, present, -9, 2),
    use: 'take_away',
    note: 'Atelier gravure du mercredi.',
  });
  await accept(stage, chateaudun, late);
  await handOver(stage, chateaudun, late, 'CHD-XTO', 'Deux lunettes, capot neuf.');

  const agreed = await ask(stage, loches.manager, {
    machine: 'VEN-BRO',
    period: away(vendome, present, 1, 3),
    use: 'take_away',
    note: 'Stage de broderie, huit personnes.',
    ahead: 90,
  });
  await accept(stage, vendome, agreed);

  await ask(stage, vendome.manager, {
    machine: 'BLO-LAS',
    period: slot(blois, present, 2, 3),
    use: 'on_site',
    note: 'Contreplaqué peuplier 4 mm, douze panneaux.',
  });
  await ask(stage, chateaudun.manager, {
    machine: 'BLO-SCA',
    period: away(blois, present, 8, 2),
    use: 'take_away',
    note: 'Scanner deux sculptures avant restauration.',
  });
  await ask(stage, await cast.person('Ana Ferrandon'), {
    machine: 'BLO-IMP',
    period: slot(blois, present, 1, 3),
    use: 'on_site',
    note: 'Gabarit de perçage.',
  });

  stage.clock.set(hoursBefore(present, 20));
  const formbox = machineOf(stage, 'BLO-THE');
  await services.units.setOutOfService(blois.manager, {
    idempotencyKey: stage.key(),
    resourceId: formbox._id,
    unitId: formbox.units[0]!.id,
    ...slot(blois, present, 6, 3),
    reason: 'Remplacement de la résistance.',
  });
}
