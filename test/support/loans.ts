import type { Resource } from '../../gateway/modules/catalogue/resource.entity.ts';
import type { Viewer } from '../../gateway/modules/identity/viewer.ts';
import { newId } from '../../gateway/platform/ids.ts';
import type { TestApp } from './app.ts';
import { laser, network, workshop } from './world.ts';

const LOAN = `fragment L on Loan { id code status side can canExtend turns overdue from until latestEnd
  unit { id code } unitChoices { free unit { id } } borrower { name } person { id name } lender { name } resource { name }
  price { units totalCents depositCents } holdUntil extension { state until holdUntil }
  handOver { receivedBy missing terms person { name } } takeBack { missing damage } history { event by note person { name } } }`;
export const REQUEST = `mutation R($input: RequestLoanInput!) { requestLoan(input: $input) { ...L } } ${LOAN}`;
export const READ = `query Q($id: ID!) { loan(id: $id) { ...L } } ${LOAN}`;
export const MOVE = `mutation M($id: ID!, $move: LoanMove!, $note: String, $handOver: HandOverInput, $takeBack: TakeBackInput) {
  moveLoan(id: $id, move: $move, note: $note, handOver: $handOver, takeBack: $takeBack) { ...L } } ${LOAN}`;
export const EXTEND = `mutation E($id: ID!, $until: DateTimeISO!, $note: String) { askExtension(id: $id, until: $until, note: $note) { ...L } } ${LOAN}`;
export const ANSWER = `mutation A($id: ID!, $agrees: Boolean!, $note: String) { answerExtension(id: $id, agrees: $agrees, note: $note) { ...L } } ${LOAN}`;

export interface LoanSeen {
  id: string;
  code: string;
  status: string;
  side: string | null;
  can: string[];
  canExtend: string[];
  turns: string[];
  overdue: boolean;
  until: string;
  latestEnd: string;
  unit: { id: string };
  unitChoices: { free: boolean; unit: { id: string } }[];
  price: { units: number; totalCents: number };
  holdUntil: string | null;
  extension: { state: string; until: string } | null;
  handOver: { receivedBy: string; missing: string[]; terms: string; person: { name: string } } | null;
  takeBack: { missing: string[]; damage: string | null } | null;
  history: { event: string; by: string; note: string | null }[];
}

/** Tuesday 24 November 2026, 9:00 to 13:00 in Paris; the clock of the tests starts the day before at the same hour. */
export const morning = { from: '2026-11-24T08:00:00.000Z', until: '2026-11-24T12:00:00.000Z' };

export const wish = (resourceId: string, more: object = {}) => ({
  resourceId,
  ...morning,
  use: 'take_away',
  termsAccepted: true,
  note: 'Six gabarits',
  idempotencyKey: newId(),
  ...more,
});

export const handOver = { receivedBy: 'Karim O.', present: ['Câble', 'Mire'], missing: [], condition: 'Propre' };
export const takeBack = { broughtBy: 'Karim O.', present: ['Câble', 'Mire'], missing: [] };

/** Blois lends a machine with a checklist of two; Tours, of the same network, borrows. */
export async function lendingWorld(more: Partial<Resource> = {}) {
  const lender = await workshop('Blois');
  const borrower = await workshop('Tours');
  const { network: row } = await network([lender.workshop, borrower.workshop]);
  const machine = await laser(lender.workshop, { checklist: ['Câble', 'Mire'], ...more });
  return { lender: lender.manager, borrower: borrower.manager, machine, site: lender.workshop, network: row };
}

/** The steps of a loan through the API, as one side or the other takes them. */
export function loanSteps(world: TestApp) {
  const loan = async (viewer: Viewer, document: string, variables: Record<string, unknown>) =>
    Object.values(await world.get<Record<string, LoanSeen>>(viewer, document, variables))[0]!;
  return {
    request: (viewer: Viewer, resourceId: string, more: object = {}) =>
      loan(viewer, REQUEST, { input: wish(resourceId, more) }),
    move: (viewer: Viewer, id: string, move: string, more: object = {}) => loan(viewer, MOVE, { id, move, ...more }),
    read: (viewer: Viewer, id: string) => loan(viewer, READ, { id }),
    extend: (viewer: Viewer, id: string, until: string) => loan(viewer, EXTEND, { id, until }),
    answer: (viewer: Viewer, id: string, agrees: boolean) => loan(viewer, ANSWER, { id, agrees }),
    /** Events that this person heard of a loan, newest first. */
    heard: async (viewer: Viewer, id: string): Promise<string[]> => {
      const { happenings } = await world.get<{ happenings: { nodes: { event: string; subjectId: string }[] } }>(
        viewer,
        '{ happenings(first: 50) { nodes { event subjectId } } }',
      );
      return happenings.nodes.filter(({ subjectId }) => subjectId === id).map(({ event }) => event);
    },
  };
}
