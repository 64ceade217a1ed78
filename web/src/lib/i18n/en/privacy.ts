import type { Messages } from '../fr.ts';

export const privacy: Messages['privacy'] = {
  title: 'My data',
  lead: 'All that Maillage keeps of you, and how to take it away or erase it.',
  link: 'Take my data away or delete the account',
  file: 'Take my data away',
  fileText:
    'A JSON file: your account, your roles, your loans, your requests, your accreditations, your notifications, and every row that names you. Passwords and tokens are not in it.',
  fileGo: 'Download the file',
  remove: 'Delete the account',
  goesTitle: 'What goes',
  goes: [
    'Your name, your address, your password, your sessions.',
    'Your roles, accreditations, invitations, settings, basket, and shared calendars.',
    'Your notifications, and the drafts of requests in your name.',
    'Your page as a trainer: nobody can ask for you any more.',
  ],
  staysTitle: 'What stays, without your name',
  stays: [
    'Loans and their hand-over and return sheets: the workshop answers for them.',
    'Production requests that were sent, and confidentiality terms that were accepted.',
    'What you wrote on behalf of an organisation: it is the organisation’s.',
  ],
  again: 'Your address will be able to open a new account. The old one does not come back.',
  closes: (names) => `You are alone in it: ${names} closes too.`,
  cancels: (codes) => `Cancelled too, and everyone is told: ${codes}.`,
  blocked: 'Not possible yet',
  blockedText: 'Settle this first:',
  blocks: {
    last_manager: (name) => `${name}: you are its last manager. Name another one.`,
    open_loan: (name) => `Loan ${name}: return the machine, or cancel the request.`,
    open_part: (name) => `Part ${name}: cancel it, or receive it.`,
    open_request: (name) => `Request ${name}: wait for its end, or withdraw it.`,
  },
  password: 'Your password, to confirm',
  go: 'Delete my account',
  goneTitle: 'Your account is deleted',
  gone: 'Your sessions are closed. An e-mail confirms it.',
  home: 'Back to the front page',
};
