import type {
  ApplicationActor,
  ApplicationMove,
  ApplicationStatus,
  SwapMove,
  SwapStatus,
  WeekDay,
} from '$schema/jobs.ts';

type Say<Args extends string[] = [string]> = (...args: Args) => string;

/** The words of shared jobs, in each language. */
export interface JobWords {
  days: Record<WeekDay, string>;
  halves: Record<'am' | 'pm', string>;
  half: Say<[day: string, half: string]>;
  week: string;
  weekCaption: string;
  day: string;
  free: string;
  weekOf: Say;
  shares: string;
  sharesNone: string;
  share: Say;
  season: Say<[from: string, until: string]>;
  unnamed: string;
  clashes: string;
  clashesHint: string;
  clash: {
    same_half: Say<[one: string, other: string, when: string]>;
    far: Say<[one: string, other: string, when: string, km: string]>;
    season: Say<[one: string, other: string]>;
  };
  claim: Record<'days' | 'daysHint' | 'season' | 'seasonFrom' | 'seasonUntil', string>;
  network: string;
  pay: Say<[from: string, to: string]>;
  payOne: Say;
  apply: string;
  applyTitle: string;
  /** With the network that offers the post, if none of its workshops does. */
  applyLead: (network?: string) => string;
  applyIn: string;
  applied: string;
  seeMine: string;
  message: string;
  messageHint: string;
  phone: string;
  cv: string;
  cvHint: string;
  keep: string;
  keepHint: string;
  months: (count: number) => string;
  send: string;
  sent: string;
  cvRefused: string;
  cvSent: string;
  cvAdd: string;
  cvSend: string;
  cvNone: string;
  download: string;
  read: string;
  readNone: string;
  readBy: Say<[person: string, party: string, at: string]>;
  deleted: Say;
  applications: string;
  applicationsOf: Say;
  counted: (count: number) => string;
  none: string;
  noneText: string;
  mine: string;
  mineNone: string;
  mineNoneText: string;
  seeJobs: string;
  from: Say;
  statuses: Record<ApplicationStatus, string>;
  moves: Record<ApplicationMove, string>;
  did: Record<ApplicationMove, string>;
  hireNote: string;
  withdrawNote: string;
  answer: string;
  answerHint: string;
  notes: string;
  notesHint: string;
  note: string;
  noteText: string;
  interview: string;
  slots: string;
  slot: (n: number) => string;
  slotsHint: string;
  place: string;
  placeIs: Say;
  choose: string;
  chosen: Say;
  waiting: string;
  steps: string;
  sides: Record<ApplicationActor, string>;
  done: string;
  swaps: string;
  swapsHint: string;
  takeFrom: Say<[half: string, workshop: string]>;
  give: string;
  take: string;
  swapWeek: string;
  swapEver: string;
  swapOnly: Say;
  swapAsk: string;
  swapAsked: string;
  swapsNone: string;
  swapLine: Say<[asker: string, take: string, other: string, give: string]>;
  swapStatuses: Record<SwapStatus, string>;
  swapMoves: Record<SwapMove, string>;
  calendar: string;
  next: string;
  previous: string;
  more: string;
  feed: string;
  feedTitle: string;
}
