import { request } from 'node:http';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { visitor } from '../../../gateway/modules/identity/viewer.ts';
import {
  DownloadTicketRecord,
  FileRecord,
  PieceRecord,
  UploadRecord,
} from '../../../gateway/modules/files/file.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { fileLimits, filePurposes } from '../../../schema/files.ts';
import { useApp } from '../../support/app.ts';
import { openOffer, lab, sent } from '../../support/exchange.ts';
import { wish } from '../../support/loans.ts';
import { pdf, picture, sending } from '../../support/sending.ts';
import { firm, holding, laser, person, workshop } from '../../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
const { OPEN, ticketFor, patch, head, send, headersOf } = sending(world);
let url: string;
let second: string;
let site: Awaited<ReturnType<typeof workshop>>;
let manager: PersonViewer;
let stranger: PersonViewer;

beforeAll(async () => {
  // Two gateways on one database: what one keeps in its memory, the other does not know.
  url = (await world.serve()).url;
  second = (await world.serve()).url;
  site = await workshop('Blois');
  manager = site.manager;
  stranger = (await workshop('Tours')).manager;
});

const machine = async () => (await laser(site.workshop))._id;
const refusal = async (viewer: Parameters<typeof world.run>[0], document: string, variables: Record<string, unknown>) =>
  (await world.run(viewer, document, variables)).refusal;
const get = async (viewer: PersonViewer | undefined, path: string, headers: Record<string, string> = {}) =>
  fetch(url + path, { headers: { ...(viewer && (await world.signedIn(viewer))), ...headers } });

describe('a photo of a machine', () => {
  test('is kept in three widths without what the camera hid in it, and served to be kept for ever', async () => {
    const id = await machine();
    const answer = await send(url, manager, 'equipment_photo', id, await picture());
    expect(answer.status).toBe(200);
    const photo = (await answer.json()) as { id: string };
    for (const width of [320, 800, 1600]) {
      const path = `/files/photos/${photo.id}?w=${width}`;
      const file = await get(undefined, path);
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      const bytes = Buffer.from(await file.arrayBuffer());
      const metadata = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ format: 'webp', width, height: width / 2 });
      expect([metadata.exif, bytes.includes('Secret')]).toEqual([undefined, false]);
      expect((await get(undefined, path, { 'if-none-match': file.headers.get('etag')! })).status).toBe(304);
    }
    const shown = 'query ($id: ID!) { equipment(id: $id) { photos { id alt width height } } }';
    expect(await world.get(visitor, shown, { id })).toEqual({
      equipment: { photos: [{ id: photo.id, alt: 'Vu de face', width: 1600, height: 800 }] },
    });
    for (const path of [`/files/photos/${photo.id}?w=999`, `/files/photos/${newId()}`, '/files/../../etc/passwd'])
      expect((await get(undefined, path)).status).toBe(404);
    const remove = 'mutation ($id: ID!) { removeFile(fileId: $id) }';
    expect(await refusal(stranger, remove, { id: photo.id })).toBe('platform.forbidden');
    await world.get(manager, remove, { id: photo.id });
    expect((await get(undefined, `/files/photos/${photo.id}`)).status).toBe(404);
  });

  test('is one of eight at most, also when the last two are sent at once', async () => {
    const id = await machine();
    const small = await picture(64, 64);
    const { most } = filePurposes.equipment_photo;
    for (let n = 0; n < most - 1; n++)
      expect((await send(url, manager, 'equipment_photo', id, small)).status).toBe(200);
    const tickets = [0, 1].map(() => ticketFor(manager, 'equipment_photo', id, small.length));
    const two = await Promise.all((await Promise.all(tickets)).map((one) => patch(url, manager, one, 0, small)));
    expect(two.map(({ status }) => status).sort()).toEqual([200, 429]);
    const input = { purpose: 'equipment_photo', subjectId: id, bytes: small.length };
    expect(await refusal(manager, OPEN, { input })).toBe('files.tooMany');
  });

  test('is refused by what it holds, whatever it is called', async () => {
    const id = await machine();
    const jpeg = await picture(600, 400);
    const flat = (format: 'png' | 'gif', side: number) =>
      sharp({ create: { width: side, height: side, channels: 3, background: '#000' } })
        .toFormat(format)
        .toBuffer();
    const refused: [string, Buffer][] = [
      ['image', jpeg.subarray(0, jpeg.length / 2)],
      ['image', await flat('png', 9000)],
      ['unknown', await flat('gif', 20)],
      ['kind', pdf],
      ['kind', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['image', Buffer.from('\x89PNG\r\n\x1a\n<?php system($_GET[0]);', 'latin1')],
      ['heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1')],
    ];
    const pieces = await PieceRecord.countDocuments({});
    for (const [fault, bytes] of refused) {
      const answer = await send(url, manager, 'equipment_photo', id, bytes, { name: 'photo.jpg' });
      expect([answer.status, await answer.json()]).toMatchObject([422, { key: 'files.refused', params: { fault } }]);
    }
    expect(await FileRecord.countDocuments({ subjectId: id })).toBe(0);
    expect(await PieceRecord.countDocuments({})).toBe(pieces);
    const large = { purpose: 'equipment_photo', subjectId: id, bytes: filePurposes.equipment_photo.bytes + 1 };
    expect(await refusal(manager, OPEN, { input: large })).toBe('files.tooLarge');
    const ticket = await ticketFor(manager, 'equipment_photo', id, 10);
    expect((await patch(url, manager, ticket, 0, jpeg)).status).toBe(413);
  });

  test('of a workshop takes the place of the one before', async () => {
    const [red, blue] = [await picture(300, 300), await picture(500, 300)];
    for (const bytes of [red, blue])
      expect((await send(url, manager, 'workshop_photo', site.workshop._id, bytes)).status).toBe(200);
    const shown = await world.get<{ workshop: { photo: { width: number } } }>(
      visitor,
      'query ($slug: String!) { workshop(slug: $slug) { photo { width } } }',
      { slug: site.workshop.slug },
    );
    expect(shown.workshop.photo.width).toBe(500);
    expect(await FileRecord.countDocuments({ subjectId: site.workshop._id })).toBe(1);
  });
});

describe('a ticket', () => {
  test('serves one person, for one file, for a while, and is not kept in clear', async () => {
    const id = await machine();
    const small = await picture(64, 64);
    const ticket = await ticketFor(manager, 'equipment_photo', id, small.length);
    expect(JSON.stringify(await UploadRecord.findById(ticket.id).lean())).not.toContain(ticket.ticket);
    expect((await patch(url, stranger, ticket, 0, small)).status).toBe(404);
    expect((await patch(url, manager, { ...ticket, ticket: 'guess' }, 0, small)).status).toBe(404);
    expect(
      (await fetch(url + ticket.href, { method: 'PATCH', headers: { 'upload-ticket': ticket.ticket } })).status,
    ).toBe(401);
    expect((await patch(url, manager, ticket, 0, small)).status).toBe(200);
    expect((await patch(url, manager, ticket, 0, small)).status).toBe(409);
    expect(await FileRecord.countDocuments({ subjectId: id })).toBe(1);
    const late = await ticketFor(manager, 'equipment_photo', id, small.length);
    world.clock.forward({ minutes: fileLimits.ticketMinutes + 1 });
    expect((await patch(url, manager, late, 0, small)).status).toBe(410);
    world.clock.set(new Date());
  });

  test('no longer serves who has lost the right meanwhile', async () => {
    const { workshop: lost, manager: leaving } = await workshop('Chartres');
    const id = (await laser(lost))._id;
    const small = await picture(64, 64);
    const ticket = await ticketFor(leaving, 'equipment_photo', id, small.length);
    await world.app.services.people.grant({
      _id: newId(),
      personId: stranger.id,
      party: { scope: 'workshop', id: lost._id },
      role: 'workshop_manager',
      since: new Date(),
    });
    const [mandate] = await world.app.services.people.mandatesOf(leaving.id);
    await world.app.services.identity.removeMandate(leaving, mandate!._id);
    expect((await patch(url, leaving, ticket, 0, small)).status).toBe(403);
    expect(await FileRecord.countDocuments({ subjectId: id })).toBe(0);
  });

  test('opens nothing else of the protocol: no creation, no joining, no word to other sites', async () => {
    const id = await machine();
    const ticket = await ticketFor(manager, 'equipment_photo', id, 10);
    const headers = await headersOf(manager, ticket.ticket);
    for (const [method, path] of [
      ['POST', '/files/upload'],
      ['POST', ticket.href],
      ['PUT', ticket.href],
      ['OPTIONS', ticket.href],
    ])
      expect((await fetch(url + path!, { method: method!, headers })).status).toBeGreaterThanOrEqual(404);
    const answer = await head(url, manager, ticket);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, null]);
    expect((await fetch(url + ticket.href, { method: 'DELETE', headers })).status).toBe(204);
    expect((await head(url, manager, ticket)).status).toBe(404);
  });

  test('is given forty times at most before something arrives', async () => {
    const busy = await holding(await person('Pressée'), 'workshop_manager', site.workshop._id);
    const id = await machine();
    for (let n = 0; n < fileLimits.uploadsPerPerson; n++) await ticketFor(busy, 'equipment_photo', id, 10);
    const input = { purpose: 'equipment_photo', subjectId: id, bytes: 10 };
    expect(await refusal(busy, OPEN, { input })).toBe('platform.limited');
  });
});

describe('an upload that is cut', () => {
  test('goes on through another gateway from where it stopped, and is checked whole', async () => {
    const id = await machine();
    const bytes = await noise(1500, 1500);
    const ticket = await ticketFor(manager, 'equipment_photo', id, bytes.length);
    const pieces = await PieceRecord.countDocuments({});
    expect((await patch(url, manager, ticket, 0, bytes.subarray(0, 100_000))).status).toBe(204);
    const where = await head(second, manager, ticket);
    expect(where.headers.get('upload-offset')).toBe('100000');
    expect((await patch(second, manager, ticket, 0, bytes)).status).toBe(409);
    expect((await patch(second, manager, ticket, 100_000, bytes.subarray(100_000))).status).toBe(200);
    expect(await PieceRecord.countDocuments({})).toBe(pieces);
    expect((await get(undefined, `/files/photos/${ticket.id}?w=1600`)).status).toBe(200);
  });

  test('keeps what had come when the connection broke in the middle', async () => {
    const id = await machine();
    const bytes = await noise(1500, 1500);
    const ticket = await ticketFor(manager, 'equipment_photo', id, bytes.length);
    const headers = {
      ...(await headersOf(manager, ticket.ticket)),
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'content-length': String(bytes.length),
    };
    await new Promise<void>((resolve) => {
      const cut = request(url + ticket.href, { method: 'PATCH', headers });
      cut.on('error', () => resolve());
      cut.write(bytes.subarray(0, 1_200_000), () => setTimeout(() => cut.destroy(new Error('cut')), 300));
    });
    const kept = async () => Number((await head(second, manager, ticket)).headers.get('upload-offset'));
    await expect.poll(kept, { timeout: 10_000 }).toBeGreaterThan(500_000);
    // The gateway that was cut off may still be storing what had come: as a client does, ask again where to go on.
    const goOn = async () => {
      const offset = await kept();
      expect(offset).toBeLessThanOrEqual(1_200_000);
      return (await patch(second, manager, ticket, offset, bytes.subarray(offset))).status;
    };
    await expect.poll(goOn, { timeout: 10_000 }).toBe(200);
  });

  test('of two gateways that write at the same place, one is refused and nothing is mixed', async () => {
    const id = await machine();
    const bytes = await noise(900, 900);
    const ticket = await ticketFor(manager, 'equipment_photo', id, bytes.length);
    const half = Math.floor(bytes.length / 2);
    const both = await Promise.all([url, second].map((to) => patch(to, manager, ticket, 0, bytes.subarray(0, half))));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await patch(url, manager, ticket, half, bytes.subarray(half))).status).toBe(200);
  });

  test('judged by nobody because its gateway died is judged when somebody asks', async () => {
    const id = await machine();
    const bytes = await picture(400, 300);
    const ticket = await ticketFor(manager, 'equipment_photo', id, bytes.length);
    expect(await world.app.services.uploads.append(ticket.id, 0, bytes)).toBe(true);
    expect((await head(second, manager, ticket)).headers.get('upload-offset')).toBe(String(bytes.length));
    expect(await FileRecord.countDocuments({ subjectId: id })).toBe(1);
  });
});

/** A photo that does not pack, so that it is as large as it looks. */
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 90 } },
  })
    .png()
    .toBuffer();

describe('the papers of a machine', () => {
  test('are downloads for everyone, under a name that tells what they are', async () => {
    const id = await machine();
    const answer = await send(url, manager, 'equipment_document', id, pdf, { name: '../../Manuel “été”.exe' });
    const { id: fileId } = (await answer.json()) as { id: string };
    const file = await get(undefined, `/files/documents/${fileId}`);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
      'content-length': String(pdf.length),
    });
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="Manuel ete.pdf"; filename*=UTF-8''Manuel%20%E2%80%9C%C3%A9t%C3%A9%E2%80%9D.pdf`,
    );
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true);
    for (const [range, status, body] of [
      ['bytes=0-3', 206, '%PDF'],
      ['bytes=-6', 206, '%%EOF\n'],
      ['bytes=9999-', 416, undefined],
      ['bytes=5-2', 200, pdf.toString('latin1')],
      ['lines=1-2', 200, pdf.toString('latin1')],
    ] as const) {
      const part = await get(undefined, `/files/documents/${fileId}`, { range });
      expect([range, part.status]).toEqual([range, status]);
      if (body !== undefined) expect(await part.text()).toBe(body);
    }
    const listed = await world.get<{ equipment: { documents: object[] } }>(
      visitor,
      'query ($id: ID!) { equipment(id: $id) { documents { name kind bytes alt } } }',
      { id },
    );
    expect(listed.equipment.documents).toEqual([
      { name: 'Manuel “été”.pdf', kind: 'pdf', bytes: pdf.length, alt: 'Vu de face' },
    ]);
  });
});

describe('photos of a loan', () => {
  const LOAN = 'query ($id: ID!) { loan(id: $id) { canPhotograph handOverPhotos { id } takeBackPhotos { id } } }';
  interface Seen {
    loan: { canPhotograph: string[]; handOverPhotos: { id: string }[]; takeBackPhotos: { id: string }[] };
  }

  test('are taken by both sides at each moment, seen by them alone, and part of the document once it is signed', async () => {
    const { borrowing } = world.app.services;
    const { member } = await firm('Blois');
    const at = new Date(Date.now() + 3_600_000);
    const period = { from: at, until: new Date(at.getTime() + 3_600_000 * 3) };
    const loan = await borrowing.request(member, { ...wish(await machine()), ...period, use: 'on_site' });
    const small = await picture(64, 64);
    const input = { purpose: 'hand_over_photo', subjectId: loan._id, bytes: small.length };
    expect(await refusal(manager, OPEN, { input })).toBe('borrowing.closedMove');
    await borrowing.move(manager, loan._id, 'accept');
    expect(await refusal(stranger, OPEN, { input })).toBe('platform.notFound');
    const out = (await (await send(url, manager, 'hand_over_photo', loan._id, small)).json()) as { id: string };
    const wrong = (await (await send(url, member, 'hand_over_photo', loan._id, small)).json()) as { id: string };
    const remove = 'mutation ($id: ID!) { removeFile(fileId: $id) }';
    expect(await refusal(manager, remove, { id: wrong.id })).toBe('files.signed');
    await world.get(member, remove, { id: wrong.id });

    const path = `/files/photos/${out.id}?w=320`;
    const shown = await get(member, path);
    expect([shown.status, shown.headers.get('cache-control'), shown.headers.get('vary')]).toEqual([
      200,
      'private, no-cache',
      'cookie',
    ]);
    expect((await get(member, path, { 'if-none-match': shown.headers.get('etag')! })).status).toBe(304);
    expect((await get(stranger, path, { 'if-none-match': shown.headers.get('etag')! })).status).toBe(404);
    expect((await get(undefined, path)).status).toBe(401);

    const signed = { present: [], missing: [], condition: '' };
    await borrowing.move(manager, loan._id, 'hand_over', { handOver: { ...signed, receivedBy: 'Ana' } });
    expect(await refusal(manager, remove, { id: out.id })).toBe('files.signed');
    expect((await send(url, member, 'take_back_photo', loan._id, small)).status).toBe(200);
    await borrowing.move(manager, loan._id, 'take_back', { takeBack: { ...signed, broughtBy: 'Ana' } });
    const seen = await world.get<Seen>(member, LOAN, { id: loan._id });
    expect(seen.loan).toMatchObject({ canPhotograph: ['take_back_photo'], handOverPhotos: [{ id: out.id }] });
    expect(seen.loan.takeBackPhotos).toHaveLength(1);
    await borrowing.move(manager, loan._id, 'close');
    expect((await world.get<Seen>(member, LOAN, { id: loan._id })).loan.canPhotograph).toEqual([]);
  });
});

describe('the files of a request', () => {
  const DOWNLOAD = 'mutation ($id: ID!) { openDownload(fileId: $id) }';
  const OFFER = 'query ($id: ID!) { offer(id: $id) { fileCount secrecyPromised files { id name } } }';
  const PROMISE = 'mutation ($id: ID!, $version: Int!) { promiseSecrecy(offerId: $id, version: $version) { id } }';

  test('open to a lab by its promise, each download is written down, and all ends with the offer', async () => {
    const { manager: asked } = await lab('Blois');
    const { manager: other } = await lab('Brest');
    const { member, firm: house } = await firm('Blois', 'Cycles');
    const request = await sent(world, member);
    const offer = (await openOffer(world, request._id))!;
    const kept = await send(url, member, 'request_file', request._id, pdf, { name: 'plan.pdf', alt: 'Plan coté' });
    const { id } = (await kept.json()) as { id: string };

    const before = { fileCount: 1, secrecyPromised: false, files: [] };
    expect(await world.get(asked, OFFER, { id: offer._id })).toEqual({ offer: before });
    expect(await refusal(asked, DOWNLOAD, { id })).toBe('production.secrecy');
    expect(await refusal(other, DOWNLOAD, { id })).toBe('platform.notFound');
    expect(await refusal(await person('Admin', { admin: true }), DOWNLOAD, { id })).toBe('platform.notFound');
    expect(await refusal(asked, PROMISE, { id: offer._id, version: 0 })).toBe('production.secrecy');
    expect(await refusal(other, PROMISE, { id: offer._id, version: 1 })).toBe('platform.notFound');
    await world.get(asked, PROMISE, { id: offer._id, version: 1 });
    expect(await world.get(asked, OFFER, { id: offer._id })).toEqual({
      offer: { fileCount: 1, secrecyPromised: true, files: [{ id, name: 'plan.pdf' }] },
    });

    const { openDownload: path } = await world.get<{ openDownload: string }>(asked, DOWNLOAD, { id });
    expect(await DownloadTicketRecord.countDocuments({ _id: new URL(path, url).searchParams.get('ticket')! })).toBe(0);
    for (const [viewer, status] of [
      [undefined, 401],
      [other, 404],
      [member, 410],
      [asked, 200],
      [asked, 200],
    ] as const)
      expect((await get(viewer, path)).status).toBe(status);
    expect((await get(asked, `/files/documents/${id}`)).status).toBe(410);
    expect((await get(asked, `/files/photos/${id}`)).status).toBe(404);
    const file = await get(asked, path);
    expect([file.headers.get('cache-control'), file.headers.get('vary'), file.headers.get('referrer-policy')]).toEqual([
      'private, no-cache',
      'cookie',
      'no-referrer',
    ]);

    const LOG = `query ($id: ID!) { request(id: $id) { files { name } downloads { totalCount nodes { name person { name } party { name } } } } }`;
    const log = await world.get<{ request: object }>(member, LOG, { id: request._id });
    expect(log.request).toMatchObject({
      files: [{ name: 'plan.pdf' }],
      downloads: { totalCount: 1, nodes: [{ name: 'plan.pdf', person: { name: asked.name } }] },
    });
    expect(house.name).toBe('Cycles');

    await world.app.services.cascade.decline(asked, offer._id, { reason: 'no_capacity', note: '' });
    expect(await world.get(asked, OFFER, { id: offer._id })).toMatchObject({ offer: { files: [] } });
    expect((await get(asked, path)).status).toBe(404);
    expect(await refusal(asked, DOWNLOAD, { id })).toBe('platform.notFound');
    expect(await refusal(asked, PROMISE, { id: offer._id, version: 1 })).toBe('production.offerOver');
  });

  test('are tickets of minutes, and no file is added once the run is over', async () => {
    const { member } = await firm('Blois', 'Cycles');
    const request = await sent(world, member);
    const { id } = (await (await send(url, member, 'request_file', request._id, pdf)).json()) as { id: string };
    const { openDownload: path } = await world.get<{ openDownload: string }>(member, DOWNLOAD, { id });
    world.clock.forward({ minutes: fileLimits.downloadMinutes + 1 });
    expect((await get(member, path)).status).toBe(410);
    world.clock.set(new Date());
    await world.app.services.awards.move(member, request._id, 'cancel');
    const input = { purpose: 'request_file', subjectId: request._id, bytes: 10 };
    expect(await refusal(member, OPEN, { input })).toBe('production.closedMove');
    expect(await refusal(member, 'mutation ($id: ID!) { removeFile(fileId: $id) }', { id })).toBe(
      'production.closedMove',
    );
  });

  test('are cleaned drawings, never what was sent', async () => {
    const { member } = await firm('Blois', 'Cycles');
    const request = await sent(world, member);
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><path d="M0 0"/></svg>';
    const { id } = (await (
      await send(url, member, 'request_file', request._id, Buffer.from(svg), { name: 'p.svg' })
    ).json()) as { id: string };
    const { openDownload: path } = await world.get<{ openDownload: string }>(member, DOWNLOAD, { id });
    const file = await get(member, path);
    expect(await file.text()).toBe('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"></path></svg>');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  });
});

test('what no record owns is swept after a day, and nothing else', async () => {
  const id = await machine();
  const { id: kept } = (await (await send(url, manager, 'equipment_photo', id, await picture(64, 64))).json()) as {
    id: string;
  };
  const { files } = world.app.services;
  world.clock.forward({ hours: fileLimits.orphanHours + 1 });
  await files.sweep();
  world.clock.set(new Date());
  await files.keep({ ...(await files.get(kept)), _id: newId(), subjectId: 'gone' }, [
    { variant: '320', type: 'image/webp', bytes: Buffer.from('x') },
  ]);
  await FileRecord.deleteMany({ subjectId: 'gone' });
  expect(await files.sweep()).toBe(0);
  world.clock.forward({ hours: fileLimits.orphanHours + 1 });
  expect(await files.sweep()).toBe(1);
  expect(await files.sweep()).toBe(0);
  world.clock.set(new Date());
  expect((await get(undefined, `/files/photos/${kept}`)).status).toBe(200);
});
