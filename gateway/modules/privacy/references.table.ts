/** By what a row names a person. */
export type Key = 'id' | 'email' | 'party';

/**
 * What a deletion does there. gone: the row is deleted. nameless: it stays, and leads to an account without a name.
 * left: the person is taken out of the list, the row stays. blank: what was typed as their name is emptied.
 * lapses: it goes by itself within days.
 */
type Fate = 'gone' | 'nameless' | 'left' | 'blank' | 'lapses';

export interface Reference {
  path: string;
  key: Key;
  fate: Fate;
  /** What the person's own file holds of it: the whole row, or that it names them and when. */
  shows: 'row' | 'mention';
}

const gone = (path: string, key: Key = 'id'): Reference => ({ path, key, fate: 'gone', shows: 'row' });
const stays = (path: string): Reference => ({ path, key: 'id', fate: 'nameless', shows: 'row' });
const acted = (path: string): Reference => ({ path, key: 'id', fate: 'nameless', shows: 'mention' });

/**
 * Every path of every collection that names a person. A test walks the schemas: a new path that looks like one fails it
 * until it stands here or below, and so until somebody has said what their file holds and what a deletion does.
 */
export const references: Record<string, readonly Reference[]> = {
  Session: [gone('userId')],
  Account: [gone('userId')],
  FailedSignIns: [gone('_id', 'email')],
  Mandate: [gone('personId')],
  Invitation: [gone('email', 'email'), acted('invitedBy')],
  Accreditation: [gone('personId'), acted('issuedBy'), acted('earlier.issuedBy')],
  Basket: [gone('_id')],
  LoanGroup: [stays('personId'), stays('party.id')],
  Loan: [
    stays('personId'),
    stays('party.id'),
    stays('lent.personId'),
    acted('consents.party.id'),
    acted('consents.personId'),
    acted('handOver.personId'),
    acted('takeBack.personId'),
    acted('history.personId'),
    acted('annulled.personId'),
    acted('annulled.handOver.personId'),
    acted('annulled.takeBack.personId'),
  ],
  Resource: [stays('personId')],
  Attachment: [acted('by')],
  Upload: [gone('by')],
  DownloadTicket: [gone('by'), gone('party.id')],
  FileDownload: [stays('by'), stays('party.id')],
  Outage: [acted('setBy')],
  Notice: [gone('personId')],
  NoticePreferences: [gone('_id')],
  Happening: [{ path: 'audience', key: 'party', fate: 'left', shows: 'row' }],
  OutgoingMail: [gone('to', 'email'), gone('personId')],
  ProductionRequest: [stays('askedBy'), stays('askedFor.id')],
  Secrecy: [stays('personId')],
  Feed: [gone('personId')],
  SavedSearch: [gone('personId')],
  TrainingWish: [gone('personId')],
  Need: [stays('personId'), stays('party.id'), acted('answers.personId')],
  Receipt: [acted('personId')],
  Listing: [acted('personId'), acted('history.personId')],
  Claim: [stays('personId'), stays('party.id'), acted('history.personId'), acted('marks.personId')],
  Entry: [acted('personId')],
  Application: [
    { path: 'personId', key: 'id', fate: 'lapses', shows: 'row' },
    acted('history.personId'),
    acted('notes.personId'),
  ],
  Swap: [acted('personId')],
  ImportBatch: [acted('by')],
};

/** Texts in which somebody at the counter typed a name, in the loans of the person. */
export const typedNames = [
  { path: 'handOver.receivedBy' },
  { path: 'takeBack.broughtBy' },
  { path: 'handOver.receivedBy', inList: 'annulled' },
  { path: 'takeBack.broughtBy', inList: 'annulled' },
] as const satisfies readonly { path: string; inList?: string }[];

/** Paths that look like a person and are none, with the reason. */
export const nobody: Record<string, string> = {
  'Person.email': 'the account itself: emptied, its row kept without a name',
  'Workshop.email': 'the public address of a workshop',
  'NoticePreferences.quiet.to': 'an hour',
  'ProductionRequest.mustHaveBy': 'a date',
  'Resource.terms.audience': 'a sort of borrowers',
  'Workshop.closures.to': 'a day',
  'Workshop.openingHours.to': 'an hour',
  'Listing.audience': 'a sort of claimants',
  'Application.history.by': 'a side of the application, not a person',
  'Application.notes.party.id': 'a workshop of the job, or the network that offers it',
  'Claim.history.by': 'a side of the part, not a person',
  'Loan.history.by': 'a side of the loan, not a person',
  'Loan.handOver.receivedBy': 'a typed name: see typedNames',
  'Loan.takeBack.broughtBy': 'a typed name: see typedNames',
  'Loan.annulled.handOver.receivedBy': 'a typed name: see typedNames',
  'Loan.annulled.takeBack.broughtBy': 'a typed name: see typedNames',
};

/** What nobody gets to see, not even those whose rows they are: keys that open doors. */
export const secrets: readonly string[] = [
  'password',
  'token',
  'tokenDigest',
  'ticket',
  'ticketDigest',
  'accessToken',
  'refreshToken',
  'idToken',
];
