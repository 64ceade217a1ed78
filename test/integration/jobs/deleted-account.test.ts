import { expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { inspect } from '../../../gateway/modules/files/check/inspect.ts';
import { FileDownloadRecord, FileRecord } from '../../../gateway/modules/files/file.entity.ts';
import { ApplicationRecord } from '../../../gateway/modules/hiring/application.entity.ts';
import { AccountRecord } from '../../../gateway/modules/identity/account.entity.ts';
import { hashPassword } from '../../../gateway/modules/identity/passwords.ts';
import { PersonRecord } from '../../../gateway/modules/identity/person.entity.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { HappeningRecord } from '../../../gateway/modules/notice/notice.entity.ts';
import { ListingRecord } from '../../../gateway/modules/sharing/listing.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { pdf } from '../../support/sending.ts';
import { sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { person } from '../../support/world.ts';

const world = useApp();
const { offer, claim } = sharingSteps(world);
const password = 'une phrase assez longue';

async function account({ id }: PersonViewer): Promise<void> {
  const hash = await hashPassword(password);
  const row: object = { _id: newId(), userId: id, accountId: id, providerId: 'credential', password: hash };
  await AccountRecord.insertMany([row]);
}

/** Somebody who applied with a CV that a workshop has read and noted. */
async function applied(name: string) {
  const { owner, tours, orleans } = await sharingWorld();
  const job = await offer(owner, 'job');
  await claim(tours, job.id, 40);
  await claim(orleans, job.id, 60);
  const candidate = await person(name);
  await account(candidate);
  const { applications, files, downloads } = world.app.services;
  const said = { listingId: job.id, message: 'Mon secret', phone: '06 11 22 33 44', keepMonths: 24 };
  const sent = await applications.apply(candidate, { ...said, idempotencyKey: newId() });
  const verdict = await inspect(pdf, ['pdf']);
  if (!verdict.ok) throw new Error(verdict.fault);
  const facts = { purpose: 'cv', subjectId: sent._id, kind: 'pdf', name: `${name}.pdf`, alt: '' } as const;
  const file = await files.keep(
    { _id: newId(), width: 0, height: 0, cleaned: false, rowErrors: [], by: candidate.id, ...facts },
    verdict.kept,
  );
  const path = await downloads.open(tours, file._id);
  await downloads.redeem(tours, file._id, new URL(path, 'http://x').searchParams.get('ticket')!);
  await applications.note(tours, sent._id, 'Parle trois langues.');
  return { owner, job, candidate, sent, file };
}

/** Nothing of the application is left, not even the bytes of the CV nor who read it. */
async function expectGone({ sent, file }: Awaited<ReturnType<typeof applied>>): Promise<void> {
  expect([
    await ApplicationRecord.countDocuments({ _id: sent._id }),
    await FileRecord.countDocuments({ _id: file._id }),
    await FileDownloadRecord.countDocuments({ subject: `cv:${sent._id}` }),
  ]).toEqual([0, 0, 0]);
  expect(await world.app.services.files.open(file, file.variants[0]!)).toBeUndefined();
}

test('a candidate who deletes their account takes their application, their CV and what was written of them with it', async () => {
  const scene = await applied('Inès Bellanger');
  const { owner, candidate, sent, job } = scene;
  const { deletion, applicationReader, applicationCleaning } = world.app.services;
  await deletion.delete(candidate, password);
  // At once, before the clock turns: nobody reads them any more.
  expect(await ApplicationRecord.findById(sent._id).lean()).toMatchObject({
    message: '',
    phone: '',
    status: 'withdrawn',
  });
  expect((await applicationReader.get(owner, sent._id)).message).toBe('');
  expect(await applicationCleaning.run()).toBe(1);
  await expectGone(scene);
  // The account is a row without a name, and what was told says none.
  expect(await PersonRecord.findById(candidate.id).lean()).not.toMatchObject({ name: 'Inès Bellanger' });
  expect(JSON.stringify(await HappeningRecord.find().lean())).not.toContain('Bellanger');
  expect(await ListingRecord.findById(job.id).lean()).toMatchObject({ status: 'confirmed' });
  expect(await examine(world.clock.read())).toEqual([]);
});

test('somebody hired who deletes their account leaves a filled job that says no name', async () => {
  const scene = await applied('Marc Thévenot');
  const { owner, candidate, sent, job } = scene;
  const { deletion, applications, applicationCleaning } = world.app.services;
  await applications.move(owner, sent._id, 'hire', 'Bienvenue');
  await deletion.delete(candidate, password);
  await applicationCleaning.run();
  await expectGone(scene);
  const left = await ListingRecord.findById(job.id).lean();
  expect(left?.status).toBe('closed');
  expect(JSON.stringify([left, await HappeningRecord.find({ subjectId: sent._id }).lean()])).not.toContain('Thévenot');
  expect(await examine(world.clock.read())).toEqual([]);
});
