/** What a person reads when the product is up. */

/**
 * What the gateway tells the start once it listens.
 * @typedef {object} Listening
 * @property {string} address where browsers reach it
 * @property {string} mailTo where mails go: a server, or a folder
 * @property {{ name: string, email: string, role: string }[]} [accounts] of the demonstration network, when it is there
 * @property {string} [password] theirs, all the same
 */

/** @param {Listening} message */
export function welcome({ address, mailTo, accounts = [], password }) {
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  return [
    '',
    `Maillage is at ${address}  (GraphQL: ${address}/graphql)`,
    `Mails go to ${mailTo}`,
    ...(accounts.length ? ['', `Demonstration accounts${password ? `, password ${password}` : ''}:`] : []),
    ...accounts.map(({ email, name, role }) => `  ${email.padEnd(width)}  ${name}, ${role}`),
    '',
    'Ctrl-C stops everything; the data stays.',
  ].join('\n');
}
