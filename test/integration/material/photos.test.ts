import { beforeAll, expect, test } from 'vitest';
import { visitor } from '../../../gateway/modules/identity/viewer.ts';
import { filePurposes } from '../../../schema/files.ts';
import { useApp } from '../../support/app.ts';
import { picture, sending } from '../../support/sending.ts';
import { sharingSteps, sharingWorld } from '../../support/sharing.ts';

const world = useApp();
const { offer } = sharingSteps(world);
const { OPEN, send } = sending(world);
let url: string;
beforeAll(async () => ({ url } = await world.serve()));

const SHOWN = 'query ($id: ID!) { listing(id: $id) { photos { id alt width height } } }';
const REMOVE = 'mutation ($id: ID!) { removeFile(fileId: $id) }';

test('a lot carries photos: hung and taken down by its managers, seen by everyone', async () => {
  const { owner, tours } = await sharingWorld();
  const { id } = await offer(owner, 'material');
  const answer = await send(url, owner, 'listing_photo', id, await picture());
  expect(answer.status).toBe(200);
  const photo = (await answer.json()) as { id: string };
  expect(await world.get(visitor, SHOWN, { id })).toEqual({
    listing: { photos: [{ id: photo.id, alt: 'Vu de face', width: 1600, height: 800 }] },
  });
  const file = await fetch(`${url}/files/photos/${photo.id}?w=320`);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect((await world.run(tours, REMOVE, { id: photo.id })).refusal).toBe('platform.forbidden');
  await world.get(owner, REMOVE, { id: photo.id });
  expect(await world.get(visitor, SHOWN, { id })).toEqual({ listing: { photos: [] } });
});

test('nobody hangs a photo on the lot of another, on none, nor a ninth', { timeout: 60_000 }, async () => {
  const { owner, tours } = await sharingWorld();
  const { id } = await offer(owner, 'material');
  const asked = async (viewer: typeof owner, subjectId: string) =>
    (await world.run(viewer, OPEN, { input: { purpose: 'listing_photo', subjectId, name: 'a.jpg', bytes: 10 } }))
      .refusal;
  expect(await asked(tours, id)).toBe('platform.forbidden');
  expect(await asked(owner, 'nothing')).toBe('platform.notFound');
  const small = await picture(320, 320);
  for (let n = 0; n < filePurposes.listing_photo.most; n += 1)
    expect((await send(url, owner, 'listing_photo', id, small)).status).toBe(200);
  expect(await asked(owner, id)).toBe('files.tooMany');
});
