import { beforeAll, describe, expect, test } from 'vitest';
import { SessionRecord } from '../../../gateway/modules/identity/account.entity.ts';
import { PersonRecord } from '../../../gateway/modules/identity/person.entity.ts';
import { useApp } from '../../support/app.ts';

const world = useApp({ now: new Date().toISOString() });
let url = '';
beforeAll(async () => {
  ({ url } = await world.serve());
});

const password = 'trois lapins bleus';
let nth = 0;

async function call(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/api/auth${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', origin: world.config.BASE_URL, ...headers },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const cookies = response.headers.getSetCookie();
  const cookie = cookies.map((line) => line.split(';')[0]!).join('; ');
  return {
    status: response.status,
    text: await response.text(),
    cookies,
    cookie,
    location: response.headers.get('location'),
  };
}

/** An account with a proven address; signs in as often as asked. */
async function account() {
  nth += 1;
  const email = `compte-${nth}@example.org`;
  await call('/sign-up/email', { name: 'Compte', email, password, locale: 'fr' });
  await PersonRecord.updateOne({ email }, { $set: { emailVerified: true } });
  const person = (await PersonRecord.findOne({ email }).lean())!;
  const signIn = (headers: Record<string, string> = {}) => call('/sign-in/email', { email, password }, headers);
  return { email, id: person._id, signIn };
}

const graph = async (cookie: string, query: string) => {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await answer.json()) as { data: Record<string, unknown>; errors?: { extensions: { key: string } }[] };
};
const isIn = async (cookie: string) => (await graph(cookie, '{ me { id } }')).data.me !== null;
const mailsTo = async (email: string) => {
  await world.app.outbox.drain();
  return world.mails.filter(({ to }) => to === email);
};

describe('sessions', () => {
  test('a sign-in opens a new session, whatever the browser came with, and ends the one it had', async () => {
    const { signIn } = await account();
    const first = await signIn();
    const planted = await signIn({ cookie: 'maillage.session_token=planted.by-somebody' });
    expect(planted.cookie).not.toContain('planted');
    const second = await signIn({ cookie: first.cookie });
    expect(second.cookie).not.toBe(first.cookie);
    expect([await isIn(first.cookie), await isIn(second.cookie), await isIn(planted.cookie)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('a session that signed out is dead, and so is one whose cookie was altered', async () => {
    const { signIn } = await account();
    const { cookie } = await signIn();
    expect(await isIn(cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBe(false);
    await call('/sign-out', {}, { cookie });
    expect(await isIn(cookie)).toBe(false);
  });

  test('the cookie is HttpOnly, SameSite=Lax, for this host and every path of it', async () => {
    const { cookies } = await (await account()).signIn();
    const line = cookies.find((one) => one.includes('session_token='))!;
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(line).toMatch(/Path=\/(;|$)/);
    expect(line).not.toMatch(/Domain=/i);
  });

  test('the token is 32 random signs, and never shown by the interface', async () => {
    const { signIn } = await account();
    const { cookie } = await signIn();
    const token = decodeURIComponent(/session_token=([^.;]+)/.exec(cookie)![1]!);
    expect(token).toMatch(/^[A-Za-z0-9]{32,}$/);
    const shown = JSON.stringify(await graph(cookie, '{ mySessions { id userAgent createdAt updatedAt isCurrent } }'));
    expect(shown).not.toContain(token);
  });

  test('ends after thirty days unused, and after ninety in any case', async () => {
    const { id, signIn } = await account();
    const { cookie } = await signIn();
    const row = (await SessionRecord.findOne({ userId: id }).lean())!;
    expect(Math.round((row.expiresAt.getTime() - row.createdAt.getTime()) / 86_400_000)).toBe(30);
    const day = (n: number) => new Date(world.clock.now.getTime() - n * 86_400_000);
    await SessionRecord.updateOne({ userId: id }, { $set: { createdAt: day(89) } });
    expect(await isIn(cookie)).toBe(true);
    await SessionRecord.updateOne({ userId: id }, { $set: { createdAt: day(91) } });
    expect(await isIn(cookie)).toBe(false);
    await SessionRecord.updateOne({ userId: id }, { $set: { createdAt: day(1), expiresAt: day(0.5) } });
    expect(await isIn(cookie)).toBe(false);
  });

  test('are listed, and ended one by one or all but this one; nobody ends another’s', async () => {
    const { signIn } = await account();
    const [here, there, elsewhere] = [await signIn(), await signIn(), await signIn()];
    const list = async () =>
      (await graph(here.cookie, '{ mySessions { id isCurrent } }')).data.mySessions as {
        id: string;
        isCurrent: boolean;
      }[];
    const sessions = await list();
    expect(sessions.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, false, true]);
    const other = sessions.find(({ isCurrent }) => !isCurrent)!.id;
    const stranger = await (await account()).signIn();
    const end = (cookie: string) => graph(cookie, `mutation { endSession(id: "${other}") }`);
    expect((await end(stranger.cookie)).errors?.[0]?.extensions.key).toBe('platform.notFound');
    expect((await end(here.cookie)).errors).toBeUndefined();
    expect((await graph(here.cookie, 'mutation { endOtherSessions }')).data.endOtherSessions).toBe(1);
    expect(await Promise.all([here, there, elsewhere].map(({ cookie }) => isIn(cookie)))).toEqual([true, false, false]);
  });

  test('a role is read at each request: a session gains and loses it without a new sign-in', async () => {
    const { signIn, email } = await account();
    const { cookie } = await signIn();
    await PersonRecord.updateOne({ email }, { $set: { admin: true } });
    expect((await graph(cookie, '{ me { admin } }')).data.me).toEqual({ admin: true });
    await PersonRecord.updateOne({ email }, { $set: { admin: false } });
    expect((await graph(cookie, '{ me { admin } }')).data.me).toEqual({ admin: false });
  });
});

describe('passwords', () => {
  test('are changed by the present one; other sessions end, this one gets a new token, the owner hears of it', async () => {
    const { email, signIn } = await account();
    const [here, there] = [await signIn(), await signIn()];
    const change = (currentPassword: string, newPassword = 'quatre lapins verts') =>
      call('/change-password', { currentPassword, newPassword }, { cookie: here.cookie });
    expect((await change('faux mot inconnu')).status).toBe(400);
    const changed = await change(password);
    expect(changed.status).toBe(200);
    expect([await isIn(here.cookie), await isIn(there.cookie), await isIn(changed.cookie)]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await mailsTo(email)).at(-1)?.subject).toBe('Votre mot de passe a changé');
    expect((await signIn()).status).toBe(401);
  });

  test.each([
    ['short', 'onze lettre'],
    ['a walk along the keyboard', 'azertyuiop123'],
    ['one piece repeated', 'abcabcabcabcabc'],
    ['known words and a year', 'Motdepasse2026!'],
    ['known words, written otherwise', 'P@ssw0rdP@ssw0rd'],
    ['the product', 'Maillage-2026-Maillage'],
    ['digits in order', '123456789012'],
  ])('that are easy to guess are refused: %s', async (_why, weak) => {
    nth += 1;
    const email = `faible-${nth}@example.org`;
    expect((await call('/sign-up/email', { name: 'F', email, password: weak, locale: 'fr' })).status).toBe(400);
    expect(await PersonRecord.countDocuments({ email })).toBe(0);
    const { signIn } = await account();
    const { cookie } = await signIn();
    const changed = await call('/change-password', { currentPassword: password, newPassword: weak }, { cookie });
    expect(changed.status).toBe(400);
  });

  test('that hold one’s own name or address are refused', async () => {
    const email = 'ferdinand.duchamp@example.org';
    const weak = { name: 'Ferdinand Duchamp', email, password: 'ferdinandduchamp1', locale: 'fr' };
    expect((await call('/sign-up/email', weak)).text).toContain('PASSWORD_COMMON');
  });

  test.each(['correct cheval agrafe mouton', 'ÉÀÜ ñandú 漢字 слово', 'a'.repeat(3) + 'zK9 vT2 qL7 mP4 '.repeat(6)])(
    'of any signs and up to 128 of them are taken, and checked exactly as typed: %s',
    async (fine) => {
      nth += 1;
      const email = `fort-${nth}@example.org`;
      expect((await call('/sign-up/email', { name: 'F', email, password: fine, locale: 'fr' })).status).toBe(200);
      await PersonRecord.updateOne({ email }, { $set: { emailVerified: true } });
      expect((await call('/sign-in/email', { email, password: fine })).status).toBe(200);
      expect((await call('/sign-in/email', { email, password: fine.toUpperCase() + ' ' })).status).toBe(401);
    },
  );

  test('are kept as argon2id with OWASP’s parameters', async () => {
    const { id } = await account();
    const row = (await world.app.services.accounts.$context).internalAdapter.findAccounts(id);
    expect((await row)[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('an object in place of a password or an address is refused', async () => {
    const { email } = await account();
    for (const body of [
      { email, password: { $ne: null } },
      { email: { $gt: '' }, password },
      { email: { $regex: '.*' }, password: { $ne: '' } },
    ])
      expect((await call('/sign-in/email', body)).status).toBe(400);
  });

  test('a link for a new one serves once, ends every session, and the owner hears of it', async () => {
    const { email, signIn } = await account();
    const { cookie } = await signIn();
    await call('/request-password-reset', { email, redirectTo: '/mot-de-passe' });
    const mail = (await mailsTo(email)).at(-1)!;
    const token = /token=([\w%-]+)/.exec(mail.text)![1]!;
    const reset = (newPassword: string) => call('/reset-password', { token, newPassword });
    expect((await reset('cinq lapins jaunes')).status).toBe(200);
    expect((await reset('six lapins rouges')).status).toBe(400);
    expect(await isIn(cookie)).toBe(false);
    expect((await mailsTo(email)).at(-1)?.subject).toBe('Votre mot de passe a changé');
  });

  test('ten wrong ones while changing it close the door too', async () => {
    const { signIn } = await account();
    const { cookie } = await signIn();
    const guess = (n: number) =>
      call('/change-password', { currentPassword: `faux mot ${n}`, newPassword: 'quatre lapins verts' }, { cookie });
    for (let n = 0; n < 10; n++) expect((await guess(n)).status).toBe(400);
    expect((await guess(11)).status).toBe(429);
    expect((await signIn()).status).toBe(429);
  });
});

describe('addresses', () => {
  test('change by the password; the new one proves itself, the old one hears of it', async () => {
    const { email, signIn, id } = await account();
    const { cookie } = await signIn();
    const to = `nouvelle-${nth}@example.org`;
    const change = (body: object) =>
      call('/change-email', { newEmail: to, callbackURL: '/verifier', ...body }, { cookie });
    expect((await change({})).status).toBe(401);
    expect((await change({ password: 'faux mot inconnu' })).status).toBe(401);
    expect((await change({ password })).status).toBe(200);
    expect((await PersonRecord.findById(id).lean())?.email).toBe(email);
    expect((await mailsTo(email)).at(-1)?.subject).toBe('Votre compte va changer d’adresse');
    const mail = (await mailsTo(to)).at(-1)!;
    expect(mail.subject).toBe('Confirmez votre nouvelle adresse');
    const token = /token=([\w.%-]+)/.exec(mail.text)![1]!;
    await call(`/verify-email?token=${token}`);
    expect((await PersonRecord.findById(id).lean())?.email).toBe(to);
  });

  test('a change to an address that has an account answers like any other, and changes nothing', async () => {
    const [one, two] = [await account(), await account()];
    const { cookie } = await one.signIn();
    const ask = (newEmail: string) => call('/change-email', { newEmail, password, callbackURL: '/' }, { cookie });
    const [known, unknown] = [await ask(two.email), await ask('personne@example.org')];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect((await PersonRecord.findById(one.id).lean())?.email).toBe(one.email);
  });

  test('mails lead to the configured address, whatever Host was written', async () => {
    const { email } = await account();
    await fetch(`${url}/api/auth/request-password-reset`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: world.config.BASE_URL,
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example',
      },
      body: JSON.stringify({ email, redirectTo: '/mot-de-passe' }),
    });
    const { text } = (await mailsTo(email)).at(-1)!;
    expect(text).toContain(world.config.BASE_URL);
    expect(text).not.toContain('evil');
  });

  test('no link may lead back to another site', async () => {
    const { email } = await account();
    for (const target of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const there = encodeURIComponent(target);
      for (const path of ['/verify-email', '/magic-link/verify', '/reset-password/x']) {
        const { status, location } = await call(`${path}?token=x&callbackURL=${there}`);
        expect([path, status, location]).toEqual([path, 403, null]);
      }
      expect((await call('/request-password-reset', { email, redirectTo: target })).status).toBe(403);
      expect((await call('/sign-in/magic-link', { email, callbackURL: target })).status).toBe(403);
    }
  });
});

describe('whether an address has an account', () => {
  const probes = {
    'sign-in': (email: string) => call('/sign-in/email', { email, password: 'un faux lapin bleu' }),
    'sign-up': (email: string) => call('/sign-up/email', { name: 'X', email, password, locale: 'fr' }),
    reset: (email: string) => call('/request-password-reset', { email, redirectTo: '/mot-de-passe' }),
    link: (email: string) => call('/sign-in/magic-link', { email, callbackURL: '/' }),
  };

  test.each(Object.keys(probes) as (keyof typeof probes)[])(
    '%s does not tell it, by words or by time',
    async (name) => {
      const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
      for (let n = 0; n < 5; n++) {
        const { email } = await account();
        for (const [which, address] of [
          ['known', email],
          ['unknown', `inconnu-${name}-${n}@example.org`],
        ] as const) {
          const start = performance.now();
          const { status, text, cookies } = await probes[name](address);
          times[which].push(performance.now() - start);
          const expected = { 'sign-in': 401, 'sign-up': 200, reset: 200, link: 200 }[name];
          expect([status, cookies]).toEqual([expected, []]);
          expect(text).not.toContain(address);
          if (n === 0) answers[`${name} ${which}`] = text;
        }
      }
      expect(answers[`${name} known`]).toBe(answers[`${name} unknown`]);
      // Apart altogether, and by half a hash: a machine under load mixes them, a leak never does.
      const { known, unknown } = times;
      const gap = Math.max(Math.min(...known) - Math.max(...unknown), Math.min(...unknown) - Math.max(...known));
      expect(gap).toBeLessThan(40);
    },
  );
  const answers: Record<string, string> = {};

  test('a link by mail goes to nobody who has no account', async () => {
    await call('/sign-in/magic-link', { email: 'etranger@example.org', callbackURL: '/' });
    expect(await mailsTo('etranger@example.org')).toEqual([]);
  });

  test('a link by mail serves once', async () => {
    const { email } = await account();
    await call('/sign-in/magic-link', { email, callbackURL: '/' });
    const token = /token=([\w%-]+)/.exec((await mailsTo(email)).at(-1)!.text)![1]!;
    const first = await call(`/magic-link/verify?token=${token}`);
    expect(await isIn(first.cookie)).toBe(true);
    const again = await call(`/magic-link/verify?token=${token}`);
    expect(again.cookie).not.toContain('session_token=');
  });
});

test('a page of another site cannot use the cookies of whoever looks at it', async () => {
  const { signIn, email } = await account();
  const { cookie } = await signIn();
  const foreign = { cookie, origin: 'https://evil.example' };
  for (const [path, body] of [
    ['/sign-out', {}],
    ['/change-password', { currentPassword: password, newPassword: 'quatre lapins verts' }],
    ['/change-email', { newEmail: 'x@example.org', password }],
    ['/sign-in/email', { email, password }],
  ] as const)
    expect((await call(path, body, foreign)).status, path).toBe(403);
  expect(await isIn(cookie)).toBe(true);
});
