import { kinds, lentKinds, travels } from '../../../schema/kinds.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Loan, LoanRecord } from '../borrowing/loan.entity.ts';
import type { LoanMovesService } from '../borrowing/loan-moves.service.ts';
import { type Resource, ResourceRecord } from '../catalogue/resource.entity.ts';
import { asPerson, leads, type PersonViewer, speaksFor, type Viewer } from '../identity/viewer.ts';
import { counterMoves, type Scanned, type UnitLabel } from './counter.entity.ts';

const loanShape = new RegExp(`^(${lentKinds.map((kind) => kinds[kind].prefix).join('|')})-\\d{4}-\\d{4,8}$`);
const idShape = /^[0-9a-f]{24}$/;
const MOST_CODE = 64;
/** Nobody bears a label. */
const labelled = lentKinds.filter((kind) => !travels(kind));
const MOST_LABELS = 1_000;

const party = (workshopId: string) => ({ scope: 'workshop' as const, id: workshopId });

/** What a code leads to: of a loan slip, or on the label of a machine. */
export class ScanService {
  readonly #loanMoves: LoanMovesService;

  constructor({ loanMoves }: { loanMoves: LoanMovesService }) {
    this.#loanMoves = loanMoves;
  }

  /** Refuses a code that is nobody's like one that is not the caller's to see, with `platform.notFound`. */
  async read(viewer: Viewer, typed: string): Promise<Scanned> {
    const person = asPerson(viewer);
    const code = typed.trim();
    if (code === '' || code.length > MOST_CODE) throw notFound('code');
    if (loanShape.test(code.toUpperCase())) return this.#loan(person, code.toUpperCase());
    const resource = await this.#machine(person, code);
    const unit = resource.units.find(({ id }) => id === code) ?? resource.units.find((one) => same(one.code, code))!;
    const found = { resourceId: resource._id, name: resource.name, unitCode: unit.code };
    return { ...found, ...(await this.#atHand(person, resource, unit.id)) };
  }

  /** The labels of a workshop's machines, for its people, by name. */
  async labels(viewer: Viewer, workshopId: string): Promise<UnitLabel[]> {
    const person = asPerson(viewer);
    if (!this.#isOurs(person, workshopId)) throw notFound('workshop');
    const resources = await ResourceRecord.find(
      { workshopId, status: { $in: ['draft', 'published'] }, kind: { $in: labelled } },
      { name: 1, units: 1 },
    )
      .sort({ name: 1, _id: 1 })
      .lean();
    return resources
      .flatMap(({ _id, name, units }) =>
        units.map(({ id, code, shelf }) => ({ unitId: id, resourceId: _id, code, name, ...(shelf && { shelf }) })),
      )
      .slice(0, MOST_LABELS);
  }

  #isOurs(viewer: PersonViewer, workshopId: string): boolean {
    return speaksFor(viewer, party(workshopId)) || leads(viewer, party(workshopId));
  }

  async #loan(viewer: PersonViewer, code: string): Promise<Scanned> {
    const loan = await LoanRecord.findOne({ code }).lean();
    if (!loan || !this.#loanMoves.sees(viewer, loan)) throw notFound('code');
    const resource = await ResourceRecord.findById(loan.resourceId, { name: 1 }).lean();
    const move = this.#moveOf(viewer, loan);
    return { loanId: loan._id, resourceId: loan.resourceId, name: resource?.name ?? '', ...(move && { move }) };
  }

  /** The machine of a unit's id or code: where several workshops use the code, that of the caller's own first. */
  async #machine(viewer: PersonViewer, code: string): Promise<Resource> {
    const among = idShape.test(code)
      ? { 'units.id': code }
      : { 'units.code': { $in: [...new Set([code, code.toUpperCase()])] } };
    const found = (await ResourceRecord.find(among).limit(20).lean()).filter(
      ({ status, workshopId }) => status !== 'draft' || this.#isOurs(viewer, workshopId),
    );
    const isActing = ({ workshopId }: Resource) => viewer.acting.id === workshopId;
    const resource =
      found.find(isActing) ?? found.find(({ workshopId }) => this.#isOurs(viewer, workshopId)) ?? found[0];
    if (!resource) throw notFound('code');
    return resource;
  }

  #moveOf(viewer: PersonViewer, loan: Loan) {
    const open = this.#loanMoves.open(viewer, loan);
    return counterMoves.find((move) => open.includes(move));
  }

  /** The loan of this unit that waits for the counter, or the caller's own of it. */
  async #atHand(viewer: PersonViewer, { _id }: Resource, unitId: string): Promise<Pick<Scanned, 'loanId' | 'move'>> {
    const loans = await LoanRecord.find({ resourceId: _id, status: { $in: ['accepted', 'out'] } })
      .sort({ from: 1 })
      .limit(200)
      .lean();
    // Which unit of the model leaves is chosen at the counter: a loan booked on another one may take this one.
    const seen = loans
      .filter((loan) => this.#loanMoves.sees(viewer, loan) && (loan.unitId === unitId || loan.status === 'accepted'))
      .sort((a, b) => Number(b.unitId === unitId) - Number(a.unitId === unitId));
    for (const move of counterMoves) {
      const loan = seen.find((one) => this.#moveOf(viewer, one) === move);
      if (loan) return { loanId: loan._id, move };
    }
    const own = seen.find((loan) => loan.unitId === unitId && this.#loanMoves.borrows(viewer, loan));
    return own ? { loanId: own._id } : {};
  }
}

const same = (a: string, b: string) => a.toUpperCase() === b.toUpperCase();
