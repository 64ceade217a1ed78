import type { Period } from '../../platform/intervals.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import { ResourceRecord, type Unit } from '../catalogue/resource.entity.ts';
import type { Loan } from './loan.entity.ts';

export interface UnitChoice {
  unit: Unit;
  free: boolean;
}

const overlaps = (a: Period, b: Period) => a.from < b.until && b.from < a.until;

/** Which units the counter may hand over for each loan: the one booked unless it is late, or another that is free. */
export class UnitChoiceService {
  readonly #busy: BusyService;

  constructor({ busy }: { busy: BusyService }) {
    this.#busy = busy;
  }

  async choices(loans: readonly Loan[]): Promise<UnitChoice[][]> {
    if (loans.length === 0) return [];
    const ids = [...new Set(loans.map(({ resourceId }) => resourceId))];
    const resources = await ResourceRecord.find({ _id: { $in: ids } }, { units: 1 }).lean();
    const span = {
      from: new Date(Math.min(...loans.map(({ from }) => from.getTime()))),
      until: new Date(Math.max(...loans.map(({ until }) => until.getTime()))),
    };
    const blocks = await this.#busy.blocksOver(ids, span);
    return loans.map((loan) => {
      const units = resources.find(({ _id }) => _id === loan.resourceId)?.units ?? [];
      const inTheWay = (blocks.get(loan.resourceId) ?? []).filter((block) => overlaps(block, loan));
      const taken = (unit: Unit) =>
        inTheWay.some(({ unitId, purpose }) => unitId === unit.id && (unit.id !== loan.unitId || purpose === 'late'));
      return units.map((unit) => ({ unit, free: !taken(unit) }));
    });
  }
}
