/**
 * OWASP ASVS 5.0, levels 1 and 2: each requirement by its number, with the tests that prove it, or the reason why it asks
 * nothing of this product, is up to whoever runs it, or is not met. The wording of the standard (CC BY-SA) is not repeated.
 */
type Answer =
  | { proof: readonly Proof[]; note?: string }
  /** There is no such thing here. */
  | { absent: string }
  /** Decided in the code or its README; nothing to run. */
  | { decided: string }
  /** Of the machine that it runs on: proxy, certificates, where logs go. */
  | { operator: string }
  /** It applies, and is not met, or not wholly. */
  | { unmet: string };

/** A test, by its file and its name as the file writes it. */
type Proof = readonly [file: string, name: string];

const inIntegration = (file: string) => (name: string) => [`test/integration/${file}.test.ts`, name] as const;
const accounts = inIntegration('security/accounts');
const injection = inIntegration('security/injection');
const attacks = inIntegration('security/graphql-attacks');
const limits = inIntegration('security/limits');
const http = inIntegration('security/http');
const protocol = inIntegration('protocol');
const access = inIntegration('authorisation/authorisation');
const identity = inIntegration('identity');
const e2e = (name: string) => ['test/e2e/security.test.ts', name] as const;

const proof = (...proofs: Proof[]): Answer => ({ proof: proofs });
const absent = (why: string): Answer => ({ absent: why });
const decided = (what: string): Answer => ({ decided: what });
const operator = (what: string): Answer => ({ operator: what });
const unmet = (why: string): Answer => ({ unmet: why });

const writes = injection('that writes fails on none, and keeps what was typed');
const reads = injection('that reads finds nothing more by any string than by its plain words');
const noObjects = injection('refuses an object, and a text that cannot be kept');
const shownAsText = e2e('texts that would be scripts are shown as texts');
const everyCell = access('every operation has its row, and every row its operation');
const headers = http('%s carries the headers of security, and says its character set');
const visitorPages = e2e('is broken by no page that a visitor reaches, GraphiQL included');
const ownPages = e2e('is broken by no page that %s reaches, and those pages are kept nowhere');
const httpsCookie = e2e(
  'the session is a __Host- cookie, Secure, HttpOnly, SameSite=Lax; answers ask for https for two years',
);
const foreign = attacks('a page of another site can neither send an operation nor listen');
const weak = accounts('that are easy to guess are refused: %s');
const changed = accounts(
  'are changed by the present one; other sessions end, this one gets a new token, the owner hears of it',
);
const log = e2e('nothing that opens an account is in the log, nor addresses of people');
const unforeseen = http('what was unforeseen is shown by an id alone');
const races = inIntegration('races')('slots of different lengths that overlap: whoever wins, no two overlap');
const noSuch = (what: string) => absent(`There is no ${what} in the product.`);
const noOAuth = absent(
  'Accounts are of this product alone: it neither asks another for identities nor gives them to others.',
);
const noWebRtc = absent('Nothing is transmitted by WebRTC.');
const noSocket = absent(
  'Live updates are server-sent events over HTTP with the session cookie; there is no WebSocket.',
);
const noTokens = absent('Sessions are reference tokens looked up at each request; no claim is carried by the client.');
const byProxy = operator(
  'The process speaks HTTP on loopback; the proxy before it, named in TRUSTED_PROXIES, ends TLS.',
);

const encoding: Record<string, Answer> = {
  'V1.1.1': proof(writes, http('%s leads to no file')),
  'V1.1.2': proof(shownAsText),
  'V1.2.1': proof(shownAsText),
  'V1.2.2': proof(shownAsText, e2e('sign-in leads back to pages of this site alone')),
  'V1.2.3': proof(shownAsText, visitorPages),
  'V1.2.4': proof(reads, writes, noObjects),
  'V1.2.5': absent('No request starts a program: the gateway spawns nothing while it serves.'),
  'V1.2.6': noSuch('LDAP'),
  'V1.2.7': noSuch('XPath'),
  'V1.2.8': noSuch('LaTeX'),
  'V1.2.9': proof(reads),
  'V1.3.1': noSuch('HTML typed by people: every text is shown as text'),
  'V1.3.2': proof(visitorPages, ownPages),
  'V1.3.3': proof(writes, limits('would be noticed: at a tenth of them several operations of the web are refused')),
  'V1.3.4': decided('SVG is never served as it was sent: photos are re-encoded, documents are attachments.'),
  'V1.3.5': noSuch('Markdown, style sheet or template typed by people'),
  'V1.3.6': decided(
    'Addresses to call come from the settings alone; calendars are taken in as files that people send.',
  ),
  'V1.3.7': proof(shownAsText),
  'V1.3.8': noSuch('JNDI'),
  'V1.3.9': noSuch('memcache'),
  'V1.3.10': noSuch('format string: words are functions of their parameters'),
  'V1.3.11': proof(writes, accounts('mails lead to the configured address, whatever Host was written')),
  'V1.4.1': decided(
    'TypeScript on Node: memory is managed; native parts are sharp and argon2, kept at named versions.',
  ),
  'V1.4.2': proof(attacks('a page longer than allowed is refused by name, not cut short in silence'), writes),
  'V1.4.3': decided('TypeScript on Node: memory is managed.'),
  'V1.5.1': decided('XML is read only inside 3MF, by a SAX parser that resolves no entity; nothing else reads XML.'),
  'V1.5.2': proof(noObjects),
};

const validation: Record<string, Answer> = {
  'V2.1.1': decided('Every input class carries its rules, and schema/vocabulary.ts the limits: the code is the list.'),
  'V2.1.2': decided(
    '*.rules.ts hold what fits together (hours, periods, places); each rule has properties that try it.',
  ),
  'V2.1.3': decided('schema/vocabulary.ts `limits` and gateway/http/limits.rules.ts `queryLimits`.'),
  'V2.2.1': proof(identity('a badly shaped input names its fields and repeats nothing'), noObjects),
  'V2.2.2': proof(writes, everyCell),
  'V2.2.3': proof(identity('a SIRET is checked by its digits, and a retry after a lost reply opens one firm')),
  'V2.3.1': proof(inIntegration('borrowing')('each side takes only its own steps')),
  'V2.3.2': proof(attacks('a page longer than allowed is refused by name, not cut short in silence')),
  'V2.3.3': proof(identity('the last who leads an organisation stays, even when two leave at once')),
  'V2.3.4': proof(races),
  'V2.4.1': proof(
    inIntegration('rate-limits')('a guesser who claims another address at each try is stopped like one who does not'),
  ),
};

const browser: Record<string, Answer> = {
  'V3.2.1': proof(headers),
  'V3.2.2': proof(shownAsText),
  'V3.3.1': proof(httpsCookie, e2e('the cookies of language and theme are Secure too')),
  'V3.3.2': proof(accounts('the cookie is HttpOnly, SameSite=Lax, for this host and every path of it'), httpsCookie),
  'V3.3.3': proof(httpsCookie),
  'V3.3.4': proof(httpsCookie, accounts('the token is 32 random signs, and never shown by the interface')),
  'V3.4.1': proof(httpsCookie),
  'V3.4.2': proof(http('to a page of another site lets nothing be read: no header of CORS, whatever is asked')),
  'V3.4.3': proof(visitorPages, ownPages, headers),
  'V3.4.4': proof(headers),
  'V3.4.5': proof(headers),
  'V3.4.6': proof(headers, visitorPages),
  'V3.5.1': proof(
    foreign,
    accounts('a page of another site cannot use the cookies of whoever looks at it'),
    e2e('a page that another site posts to does nothing'),
  ),
  'V3.5.2': proof(attacks('plain text, which a page of another site may post without asking, is refused')),
  'V3.5.3': proof(attacks('8 a mutation by GET is refused, with or without that header')),
  'V3.5.4': operator('One product, one host name: nothing else should be served under it.'),
  'V3.5.5': noSuch('postMessage'),
  'V3.7.1': decided('HTML, CSS and modules that current browsers run; no plug-in.'),
  'V3.7.2': proof(
    accounts('no link may lead back to another site'),
    e2e('sign-in leads back to pages of this site alone'),
  ),
};

const services: Record<string, Answer> = {
  'V4.1.1': proof(headers),
  'V4.1.2': byProxy,
  'V4.1.3': proof(
    inIntegration('rate-limits')('a guesser who claims another address at each try is stopped like one who does not'),
  ),
  'V4.2.1': proof(http('a request whose length is said twice is not understood')),
  'V4.3.1': proof(
    attacks('many full pages in one operation ask for too many rows'),
    limits('are met by nothing that the web sends: each of its operations leaves three tenths of every limit'),
  ),
  'V4.3.2': proof(
    attacks('5 introspection is on, as declared: the schema is public, for others build on this interface'),
  ),
  'V4.4.1': noSocket,
  'V4.4.2': { ...proof(foreign), note: 'Of the stream of events, in place of a WebSocket.' },
  'V4.4.3': noSocket,
  'V4.4.4': noSocket,
};

const files: Record<string, Answer> = {
  'V5.1.1': decided(
    'The kinds of files, their sizes and what is unpacked of them stand in one table beside the upload code.',
  ),
  'V5.2.1': proof(attacks('a body of 5 MB is refused before it is read')),
  'V5.2.2': decided(
    'Files are told by their content; the corpus of hostile files has its verdicts under test/integration/files.',
  ),
  'V5.2.3': decided(
    'Entries and unpacked bytes are counted before unpacking; the corpus under test/integration/files holds bombs.',
  ),
  'V5.3.1': proof(http('%s leads to no file')),
  'V5.3.2': proof(http('%s leads to no file')),
  'V5.4.1': decided(
    'A stored name is an id of ours; the name that was sent is only shown, and said in Content-Disposition.',
  ),
  'V5.4.2': decided(
    'Content-Disposition is written with `filename*=UTF-8…` by one function, tried with the naughty names.',
  ),
  'V5.4.3': unmet('No antivirus runs inside: photos are re-encoded, documents are attachments that no page renders.'),
};

const authentication: Record<string, Answer> = {
  'V6.1.1': decided(
    '3 sign-ins in 10 s an address, 10 wrong passwords an account, then 15 minutes: accounts.ts and lockout.ts.',
  ),
  'V6.1.2': decided('password.rules.ts holds the words, those of the product among them.'),
  'V6.1.3': decided(
    'Two ways in, by password and by a link in a mail; both prove the address, both under the same limits.',
  ),
  'V6.2.1': proof(weak),
  'V6.2.2': proof(changed, e2e('an account closes its other sessions and changes its password, without scripts too')),
  'V6.2.3': proof(changed),
  'V6.2.4': {
    ...proof(weak),
    note: 'By rules that recognise what lists of that length hold (walks, repeats, common words with years), not by a list.',
  },
  'V6.2.5': proof(accounts('of any signs and up to 128 of them are taken, and checked exactly as typed: %s')),
  'V6.2.6': proof(e2e('a password is pasted, and fields say what they are to password managers')),
  'V6.2.7': proof(e2e('a password is pasted, and fields say what they are to password managers')),
  'V6.2.8': proof(accounts('of any signs and up to 128 of them are taken, and checked exactly as typed: %s')),
  'V6.2.9': proof(accounts('of any signs and up to 128 of them are taken, and checked exactly as typed: %s')),
  'V6.2.10': decided('Nothing asks to change a password by the calendar.'),
  'V6.2.11': proof(weak, accounts('that hold one’s own name or address are refused')),
  'V6.2.12': unmet(
    'Nothing is asked of an outside service, and no set of breached passwords is shipped; the rules of V6.2.4 stand in.',
  ),
  'V6.3.1': proof(
    protocol('ten wrong passwords close the door of the account for a while, whatever the address they come from'),
    accounts('ten wrong ones while changing it close the door too'),
    inIntegration('rate-limits')('a guesser who claims another address at each try is stopped like one who does not'),
  ),
  'V6.3.2': decided(
    'An empty database has no account; those of the demonstration exist only where SEED_IF_EMPTY asks for them.',
  ),
  'V6.3.3': unmet(
    'One factor, a password or a link by mail: a second one is not offered yet to those who lead organisations.',
  ),
  'V6.3.4': proof(accounts('%s does not tell it, by words or by time'), accounts('a link by mail serves once')),
  'V6.4.1': noSuch('password given by the system: links are random, serve once and lapse'),
  'V6.4.2': noSuch('hint nor secret question'),
  'V6.4.3': proof(accounts('a link for a new one serves once, ends every session, and the owner hears of it')),
  'V6.4.4': noSuch('second factor to lose'),
  'V6.5.1': proof(accounts('a link by mail serves once')),
  'V6.5.2': noSuch('short lookup secret'),
  'V6.5.3': proof(accounts('the token is 32 random signs, and never shown by the interface')),
  'V6.5.4': proof(accounts('the token is 32 random signs, and never shown by the interface')),
  'V6.5.5': proof(identity('an invitation lapses after fourteen days'), accounts('a link by mail serves once')),
  'V6.6.1': noSuch('telephone'),
  'V6.6.2': proof(accounts('a link by mail serves once')),
  'V6.6.3': proof(accounts('a link by mail serves once')),
  'V6.8.1': noOAuth,
  'V6.8.2': noOAuth,
  'V6.8.3': noOAuth,
  'V6.8.4': noOAuth,
};

const sessions: Record<string, Answer> = {
  'V7.1.1': decided('session.rules.ts says how long, and why.'),
  'V7.1.2': decided('session.rules.ts: any number side by side; the account page lists and ends them.'),
  'V7.1.3': noOAuth,
  'V7.2.1': proof(accounts('a session that signed out is dead, and so is one whose cookie was altered')),
  'V7.2.2': proof(accounts('a sign-in opens a new session, whatever the browser came with, and ends the one it had')),
  'V7.2.3': proof(accounts('the token is 32 random signs, and never shown by the interface')),
  'V7.2.4': proof(accounts('a sign-in opens a new session, whatever the browser came with, and ends the one it had')),
  'V7.3.1': proof(accounts('ends after thirty days unused, and after ninety in any case')),
  'V7.3.2': proof(accounts('ends after thirty days unused, and after ninety in any case')),
  'V7.4.1': proof(accounts('a session that signed out is dead, and so is one whose cookie was altered')),
  'V7.4.2': proof(accounts('a role is read at each request: a session gains and loses it without a new sign-in')),
  'V7.4.3': proof(changed),
  'V7.4.4': proof(e2e('an account closes its other sessions and changes its password, without scripts too')),
  'V7.4.5': operator('Rows of `session` are deleted in the database; no page ends another person’s sessions.'),
  'V7.5.1': proof(changed, accounts('change by the password; the new one proves itself, the old one hears of it')),
  'V7.5.2': {
    ...proof(accounts('are listed, and ended one by one or all but this one; nobody ends another’s')),
    note: 'Without the password again: ending a session takes rights away and gives none.',
  },
  'V7.6.1': noOAuth,
  'V7.6.2': proof(accounts('a link by mail serves once')),
};

const authorisation: Record<string, Answer> = {
  'V8.1.1': proof(everyCell),
  'V8.1.2': proof(everyCell),
  'V8.2.1': proof(everyCell, access('%s: %s')),
  'V8.2.2': proof(everyCell, access('%s: %s')),
  'V8.2.3': proof(accounts('the token is 32 random signs, and never shown by the interface'), access('%s: %s')),
  'V8.3.1': proof(access('%s: %s'), identity('a person acts for an organisation only while holding a role there')),
  'V8.4.1': proof(access('%s: %s')),
  'V9.1.1': noTokens,
  'V9.1.2': noTokens,
  'V9.1.3': noTokens,
  'V9.2.1': noTokens,
  'V9.2.2': noTokens,
  'V9.2.3': noTokens,
  'V9.2.4': noTokens,
};

const oauth: Record<string, Answer> = Object.fromEntries(
  [
    ...['V10.1.1', 'V10.1.2', 'V10.2.1', 'V10.2.2', 'V10.3.1', 'V10.3.2', 'V10.3.3', 'V10.3.4'],
    ...['V10.4.1', 'V10.4.2', 'V10.4.3', 'V10.4.4', 'V10.4.5', 'V10.4.6', 'V10.4.7', 'V10.4.8', 'V10.4.9', 'V10.4.10'],
    ...['V10.4.11', 'V10.5.1', 'V10.5.2', 'V10.5.3', 'V10.5.4', 'V10.5.5', 'V10.6.1', 'V10.6.2', 'V10.7.1', 'V10.7.2'],
    'V10.7.3',
  ].map((id) => [id, noOAuth]),
);

const cryptography: Record<string, Answer> = {
  'V11.1.1': decided(
    'One key, AUTH_SECRET, signs cookies and links; changing it ends every session and link, and nothing else.',
  ),
  'V11.1.2': decided(
    'HMAC-SHA-256 of cookies and links, SHA-256 of invitation and ticket tokens, argon2id of passwords.',
  ),
  'V11.2.1': decided('Node’s crypto, better-auth and @node-rs/argon2; no cipher of ours.'),
  'V11.2.2': decided('Hashes of passwords name their own parameters, and the key is a setting.'),
  'V11.2.3': decided('SHA-256, keys of 256 bits, tokens of 190 bits and more.'),
  'V11.3.1': noSuch('block cipher'),
  'V11.3.2': noSuch('cipher in use'),
  'V11.3.3': noSuch('encrypted data'),
  'V11.4.1': decided('SHA-256 alone, of node:crypto.'),
  'V11.4.2': proof(accounts('are kept as argon2id with OWASP’s parameters')),
  'V11.4.3': decided('SHA-256 alone, of node:crypto.'),
  'V11.4.4': proof(accounts('are kept as argon2id with OWASP’s parameters')),
  'V11.5.1': proof(accounts('the token is 32 random signs, and never shown by the interface')),
  'V11.6.1': decided(
    'The key is 256 bits of the system’s generator, made on the first start, readable by its owner alone.',
  ),
};

const communication: Record<string, Answer> = {
  'V12.1.1': byProxy,
  'V12.1.2': byProxy,
  'V12.1.3': noSuch('client certificate'),
  'V12.2.1': {
    ...proof(httpsCookie),
    note: 'The proxy refuses or redirects HTTP; answers ask for https for two years.',
  },
  'V12.2.2': byProxy,
  'V12.3.1': operator('MONGODB_URI and SMTP_URL take TLS (`tls=true`, `smtps:`); on one machine they are on loopback.'),
  'V12.3.2': decided('Node’s defaults, which check certificates; nothing turns them off.'),
  'V12.3.3': absent('Pages and gateway are one process; there is no second service of ours.'),
  'V12.3.4': absent('Pages and gateway are one process; there is no second service of ours.'),
};

const configuration: Record<string, Answer> = {
  'V13.1.1': decided(
    'config.ts: MongoDB, SMTP, and where set a geocoder and map tiles. Nobody else gives an address to call.',
  ),
  'V13.2.1': operator('Users and passwords stand in MONGODB_URI and SMTP_URL.'),
  'V13.2.2': operator('The product needs readWrite on its own database, and no more.'),
  'V13.2.3': decided('No credential is built in.'),
  'V13.2.4': proof(
    inIntegration('agenda-external')('of this machine or of the house is refused, unless the house allows it'),
  ),
  'V13.2.5': proof(
    inIntegration('agenda-external')('of this machine or of the house is refused, unless the house allows it'),
  ),
  'V13.3.1': operator('AUTH_SECRET is given by the environment, or kept in DATA_DIR with mode 0600.'),
  'V13.3.2': operator('DATA_DIR has mode 0700 and belongs to the account that runs the product.'),
  'V13.4.1': proof(http('%s leads to no file')),
  'V13.4.2': proof(attacks('12 an error tells no path, no stack and no engine of ours'), unforeseen),
  'V13.4.3': proof(http('%s leads to no file')),
  'V13.4.4': proof(http('%s is no method of ours')),
  'V13.4.5': proof(
    protocol('health says that the process is up; readiness says that the database answers and has its indexes'),
  ),
};

const data: Record<string, Answer> = {
  'V14.1.1': decided(
    'Three sorts: what opens an account, what names a person, and the rest, which the network publishes.',
  ),
  'V14.1.2': decided(
    'The first is hashed or random and never shown nor logged; the second is shown to parties; see V16.2.5.',
  ),
  'V14.2.1': {
    ...proof(accounts('the token is 32 random signs, and never shown by the interface')),
    note: 'Links of mails hold a token in their address; it serves once, and the page sends no Referer elsewhere.',
  },
  'V14.2.2': proof(ownPages, http('with what belongs to a person is kept nowhere')),
  'V14.2.3': proof([
    'test/e2e/pages.test.ts',
    'every page that %s sees is accessible in both languages, both themes, at 360 and 1280 px, and calls nobody outside',
  ]),
  'V14.2.4': proof(log, ownPages),
  'V14.3.1': proof(ownPages),
  'V14.3.2': proof(ownPages),
  'V14.3.3': decided(
    'Cookies hold the session, the language, the theme and for whom one acts; nothing else is kept in the browser.',
  ),
};

const architecture: Record<string, Answer> = {
  'V15.1.1': decided('Advisories are looked through once per release; what is critical is mended before it.'),
  'V15.1.2': decided('package-lock.json names every part and its digest; `npm sbom` prints it.'),
  'V15.1.3': decided(
    'Hashing passwords, matching and reading meshes: two hashes at once, and the rest in workers with limits.',
  ),
  'V15.2.1': decided('Versions are exact and current; toolchain notes name those that advisories excluded.'),
  'V15.2.2': proof(attacks('many full pages in one operation ask for too many rows'), attacks('%s are refused')),
  'V15.2.3': decided('The build holds gateway and pages; tests, seeds of tests and tools stay out.'),
  'V15.3.1': proof(accounts('the token is 32 random signs, and never shown by the interface')),
  'V15.3.2': proof(
    inIntegration('agenda-external')('of this machine or of the house is refused, unless the house allows it'),
  ),
  'V15.3.3': proof(
    noObjects,
    accounts('a role is read at each request: a session gains and loses it without a new sign-in'),
  ),
  'V15.3.4': proof(
    inIntegration('rate-limits')('a guesser who claims another address at each try is stopped like one who does not'),
  ),
  'V15.3.5': proof(noObjects),
  'V15.3.6': proof(writes, reads),
  'V15.3.7': proof(noObjects, attacks('2 array batching: ten operations in one request are refused')),
};

const logging: Record<string, Answer> = {
  'V16.1.1': decided(
    'One log: JSON lines on standard output, written by pino (gateway) and by the error hook of the pages.',
  ),
  'V16.2.1': proof(log),
  'V16.2.2': decided('Times are milliseconds since 1970, of the machine’s clock, which its operator keeps in step.'),
  'V16.2.3': decided('Standard output only.'),
  'V16.2.4': proof(log),
  'V16.2.5': proof(log),
  'V16.3.1': proof(log),
  'V16.3.2': decided('formatError writes `denied` with the key and the path for each refusal of a right.'),
  'V16.3.3': decided(
    'Foreign origins, denials, sign-ins and lock-outs are written; see server.ts, errors.ts, accounts.hooks.ts.',
  ),
  'V16.3.4': proof(unforeseen),
  'V16.4.1': decided('Lines are JSON: what a person typed cannot begin another.'),
  'V16.4.2': operator('Standard output goes to the journal of the machine.'),
  'V16.4.3': operator('Standard output goes to the journal of the machine, and on to where it is watched.'),
  'V16.5.1': proof(unforeseen, attacks('12 an error tells no path, no stack and no engine of ours')),
  'V16.5.2': proof(
    protocol('health says that the process is up; readiness says that the database answers and has its indexes'),
  ),
  'V16.5.3': proof(identity('the last who leads an organisation stays, even when two leave at once')),
  'V17.1.1': noWebRtc,
  'V17.2.1': noWebRtc,
  'V17.2.2': noWebRtc,
  'V17.2.3': noWebRtc,
  'V17.2.4': noWebRtc,
  'V17.3.1': noWebRtc,
  'V17.3.2': noWebRtc,
};

export const asvs: Readonly<Record<string, Answer>> = {
  ...encoding,
  ...validation,
  ...browser,
  ...services,
  ...files,
  ...authentication,
  ...sessions,
  ...authorisation,
  ...oauth,
  ...cryptography,
  ...communication,
  ...configuration,
  ...data,
  ...architecture,
  ...logging,
};
