import { MongoNetworkError, MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import { isAway } from '../../gateway/platform/database.ts';
import { Refusal } from '../../gateway/platform/refusal.ts';

const socketError = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

/** What the driver makes of a socket's error at a commit: it asks for labels that the error has not. */
function unlabelled(): unknown {
  const commitError = socketError as unknown as { hasErrorLabel: (label: string) => boolean };
  try {
    return commitError.hasErrorLabel('UnknownTransactionCommitResult');
  } catch (error) {
    return error;
  }
}

test.each([
  ['a lost connection', new MongoNetworkError('connection 3 to 127.0.0.1:27017 closed')],
  ['a socket that breaks', socketError],
  ['a socket that breaks at a commit', unlabelled()],
  ['a primary that steps down', new MongoServerError({ code: 189, errmsg: 'primary stepped down' })],
  ['what one of these caused', new Error('not read', { cause: socketError })],
])('%s says that the database is away', (_, error) => {
  expect(isAway(error)).toBe(true);
});

test.each([
  ['a second row with the same key', new MongoServerError({ code: 11_000, errmsg: 'E11000 duplicate key' })],
  ['a refusal', new Refusal('calendar.taken')],
  ['a fault of ours', new TypeError('undefined is not a function')],
  ['no error at all', 'ECONNRESET'],
])('%s says nothing of the kind', (_, error) => {
  expect(isAway(error)).toBe(false);
});
