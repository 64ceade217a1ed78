import { createHmac } from 'node:crypto';
import { SessionRecord } from '../../gateway/modules/identity/account.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';

const MONTH = 30 * 86_400_000;

/** The header of a request of this person: a session as the account library keeps and signs it. */
export async function sessionOf(personId: string, secret: string, now: Date): Promise<{ cookie: string }> {
  const token = `${newId()}${newId()}`;
  const session: object = {
    _id: newId(),
    token,
    userId: personId,
    createdAt: now,
    updatedAt: now,
    expiresAt: new Date(now.getTime() + MONTH),
    ipAddress: '127.0.0.1',
    userAgent: 'test',
  };
  await SessionRecord.insertMany([session]);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return { cookie: `maillage.session_token=${encodeURIComponent(`${token}.${signature}`)}` };
}
