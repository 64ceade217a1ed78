import { type CountedKind, kinds } from '../../schema/kinds.ts';
import {
  type ClaimMove,
  claimStatuses,
  type ClaimStatus,
  type ListingMove,
  type ListingStatus,
} from '../../schema/sharing.ts';

export interface ModelClaim {
  quantity: number;
  status: ClaimStatus;
  /** In minutes, as all times here. */
  hold?: number;
  /** What it is in the database. */
  id: string;
  by: number;
}

export interface ModelFacts {
  kind: CountedKind;
  quantity: number | null;
  threshold?: number;
  decideAt?: number;
  from?: number;
  until?: number;
  automatic: boolean;
  holdMinutes: number;
}

const DAY = 24 * 60;

/** What a listing and its parts should be, said a second time and as simply as it can be: no ledger, no transactions. */
export class ListingModel {
  status: ListingStatus = 'open';
  now = 0;
  claims: ModelClaim[] = [];
  readonly facts: ModelFacts;
  readonly #sharing: string;

  constructor(facts: ModelFacts) {
    this.facts = { ...facts };
    this.#sharing = kinds[facts.kind].sharing;
  }

  get left(): number | null {
    return this.facts.quantity === null ? null : this.facts.quantity - this.#taken();
  }

  get claimable(): boolean {
    const { from, until, decideAt } = this.facts;
    const statuses = { seats: 'open confirmed', stock: 'open', pledges: 'open', shares: 'open confirmed' } as Record<
      string,
      string
    >;
    const ends = [this.#sharing === 'seats' ? from : until, this.#isUndecided() ? decideAt : undefined];
    return (
      statuses[this.#sharing]!.split(' ').includes(this.status) && ends.every((at) => at === undefined || this.now < at)
    );
  }

  /** What asking for a quantity comes to; undefined when it is refused. */
  ask(quantity: number, wait: boolean): Omit<ModelClaim, 'id' | 'by'> | undefined {
    if (!this.claimable) return undefined;
    const before = structuredClone(this.claims);
    this.#promote();
    const isFull = this.left !== null && quantity > this.left;
    if (isFull && wait && this.#sharing === 'seats') return { quantity, status: 'waiting' };
    if (isFull) this.claims = before;
    if (isFull) return undefined;
    const isAgreed = this.facts.automatic || this.#sharing === 'pledges' || this.#sharing === 'shares';
    if (isAgreed) return { quantity, status: 'agreed' };
    const { from = Infinity, holdMinutes } = this.facts;
    const hold = this.now + holdMinutes;
    return { quantity, status: 'asked', hold: this.#sharing === 'seats' ? Math.min(hold, from) : hold };
  }

  join(claim: ModelClaim): void {
    this.claims.push(claim);
    this.#decide();
  }

  /** Takes a step of a part; false when it is not open. */
  move(claim: ModelClaim, move: ClaimMove): boolean {
    const to = this.#next(claim, move);
    if (!to) return false;
    this.#turn(claim, to);
    return true;
  }

  /** Takes a step of the whole; false when it is not open. */
  step(move: ListingMove): boolean {
    const runs = this.status === 'open' || this.status === 'confirmed';
    const ends = this.#sharing === 'seats' || this.#sharing === 'stock';
    const to: Partial<Record<ListingMove, ListingStatus | false>> = {
      cancel: runs && 'cancelled',
      close: runs && ends && !this.#isUndecided() && 'closed',
      conclude: this.status === 'confirmed' && this.#sharing === 'pledges' && 'closed',
      fill: this.status === 'confirmed' && this.#sharing === 'shares' && 'closed',
      reopen:
        this.status === 'closed' && this.#sharing === 'stock' && this.now < (this.facts.until ?? Infinity) && 'open',
    };
    const status = to[move];
    if (!status) return false;
    this.status = status;
    if (move === 'cancel') this.#callOff(['asked', 'waiting', 'agreed', 'ordered']);
    if (move === 'close') this.#callOff(['waiting']);
    return true;
  }

  /** Offers another quantity; false when that is refused. */
  offer(quantity: number): boolean {
    const { from, until, decideAt, threshold } = this.facts;
    const isEnded =
      ['cancelled', 'lapsed'].includes(this.status) || (this.status === 'closed' && this.#sharing !== 'stock');
    const past = [from, until, this.status === 'confirmed' ? undefined : decideAt].some(
      (at) => at !== undefined && at <= this.now,
    );
    if (isEnded || past || quantity < this.#taken() || (threshold ?? 0) > quantity) return false;
    this.facts.quantity = quantity;
    this.#promote();
    this.#decide();
    return true;
  }

  /** What time has done by now, once it has been looked at. */
  sweep(): void {
    const { from, until, decideAt } = this.facts;
    const over = this.claims.filter(({ status, hold }) => status === 'asked' && hold! <= this.now);
    for (const claim of over.sort((a, b) => a.hold! - b.hold!)) this.#turn(claim, 'lapsed');
    if (this.#isUndecided() && decideAt! <= this.now) {
      this.status = 'lapsed';
      this.#callOff(['asked', 'waiting', 'agreed', 'ordered']);
    }
    const runs = () => this.status === 'open' || this.status === 'confirmed';
    if (runs() && this.#sharing === 'seats' && from! <= this.now) this.#callOff(['waiting']);
    const ends = this.#sharing === 'seats' || this.#sharing === 'stock';
    if (runs() && ends && until !== undefined && until <= this.now) this.step('close');
  }

  #turn(claim: ModelClaim, to: ClaimStatus): void {
    const isBack = claimStatuses[claim.status] !== 'nothing' && claimStatuses[to] === 'nothing';
    claim.status = to;
    delete claim.hold;
    if (isBack) this.#promote();
    this.#decide();
  }

  #next({ status, hold }: ModelClaim, move: ClaimMove): ClaimStatus | false {
    const { from = Infinity } = this.facts;
    const isSeats = this.#sharing === 'seats';
    const hasBegun = isSeats && this.now >= from;
    const isHeld = status === 'asked' && this.now < hold! && !hasBegun;
    const revocable: Record<string, boolean> = {
      seats: !hasBegun,
      stock: true,
      pledges: this.status === 'open',
      shares: this.status === 'open' || this.status === 'confirmed',
    };
    const canEnd = revocable[this.#sharing]!;
    const next: Partial<Record<ClaimMove, ClaimStatus | false>> = {
      accept: isHeld && 'agreed',
      decline: isHeld && 'declined',
      cancel: canEnd && ['asked', 'waiting', 'agreed'].includes(status) && 'cancelled',
      withdraw: canEnd && ['waiting', 'agreed'].includes(status) && 'cancelled',
      receive: this.#sharing === 'stock' && status === 'agreed' && 'received',
      collect: this.#sharing === 'pledges' && status === 'ordered' && 'received',
      attend: hasBegun && ['agreed', 'absent'].includes(status) && 'attended',
      miss: hasBegun && ['agreed', 'attended'].includes(status) && 'absent',
      certify: isSeats && status === 'attended' && 'certified',
    };
    return next[move] ?? false;
  }

  #isUndecided = () => this.status === 'open' && this.facts.threshold !== undefined;

  #taken(): number {
    const holds = ({ status, hold }: ModelClaim) =>
      claimStatuses[status] === 'firm' || (status === 'asked' && this.now < hold!);
    return this.claims.filter(holds).reduce((sum, { quantity }) => sum + quantity, 0);
  }

  #promote(): void {
    if (this.#sharing !== 'seats' || !this.claimable) return;
    for (const claim of this.claims)
      if (claim.status === 'waiting' && claim.quantity <= this.left!) claim.status = 'agreed';
  }

  #callOff(statuses: readonly ClaimStatus[]): void {
    for (const claim of this.claims)
      if (statuses.includes(claim.status)) {
        claim.status = 'called_off';
        delete claim.hold;
      }
  }

  #decide(): void {
    const { threshold, decideAt = Infinity } = this.facts;
    if (threshold === undefined) return;
    const firm = this.claims.filter(({ status }) => claimStatuses[status] === 'firm');
    const agreed = firm.reduce((sum, { quantity }) => sum + quantity, 0);
    if (this.status === 'open' && agreed >= threshold && this.now < decideAt) {
      this.status = 'confirmed';
      if (this.#sharing === 'pledges')
        for (const claim of this.claims) if (claim.status === 'agreed') claim.status = 'ordered';
    } else if (this.status === 'confirmed' && this.#sharing === 'shares' && agreed < threshold) {
      this.status = 'open';
      this.facts.decideAt = Math.max(decideAt, this.now + 14 * DAY);
    }
  }
}
