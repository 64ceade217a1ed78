import { createHash } from 'node:crypto';
import { OutageRecord } from '../../../gateway/modules/catalogue/outage.entity.ts';
import { FileRecord } from '../../../gateway/modules/files/file.entity.ts';
import { SessionRecord } from '../../../gateway/modules/identity/account.entity.ts';
import { InvitationRecord } from '../../../gateway/modules/identity/invitation.entity.ts';
import { MandateRecord } from '../../../gateway/modules/identity/person.entity.ts';
import { type Viewer, visitor } from '../../../gateway/modules/identity/viewer.ts';
import { MembershipRecord } from '../../../gateway/modules/network/network.entity.ts';
import { NoticeRecord } from '../../../gateway/modules/notice/notice-row.entity.ts';
import { mailToken } from '../../../gateway/modules/notice/subscription.service.ts';
import { OfferRecord } from '../../../gateway/modules/production/offer.entity.ts';
import { RequestRecord } from '../../../gateway/modules/production/request.entity.ts';
import { SecrecyRecord } from '../../../gateway/modules/production/secrecy.entity.ts';
import { ListingRecord } from '../../../gateway/modules/sharing/listing.entity.ts';
import { ImportBatchRecord } from '../../../gateway/modules/workshop/import-batch.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { secrecyVersion } from '../../../schema/files.ts';
import type { TestApp } from '../../support/app.ts';
import { icsOf } from '../../support/calendars.ts';
import { asked } from '../../support/exchange.ts';
import { wish } from '../../support/loans.ts';
import { listed } from '../../support/sharing.ts';
import { snapshot } from '../../support/snapshot.ts';
import { filter } from '../../support/search.ts';
import { firm, holding, laser, network, person, workshop } from '../../support/world.ts';
import type { Principal } from './table.ts';

export interface Scene {
  viewers: Record<Principal, Viewer>;
  /** Ids by the names that the calls of the table use. */
  ids: Record<string, string>;
}

const staged = new WeakMap<TestApp, { scene: Scene; restore: () => Promise<void> }>();

/**
 * One workshop, one firm and one network with a thing of each sort, and the ten who look at them: played once for a file,
 * and put back as it was each time that it is asked for again.
 */
export async function stage(world: TestApp): Promise<Scene> {
  const known = staged.get(world);
  if (known) {
    await known.restore();
    return known.scene;
  }
  const scene = await play(world);
  staged.set(world, { scene, restore: await snapshot() });
  return scene;
}

async function play({ clock, app }: TestApp): Promise<Scene> {
  const a = await workshop('Blois');
  const b = await workshop('Tours');
  const memberA = await holding(await person('Membre A'), 'workshop_member', a.workshop._id);
  const firmA = await firm('Blois', 'Firme A');
  const firmB = await firm('Tours', 'Firme B');
  const net = await network([a.workshop, b.workshop]);
  const coordinator = await holding(await person('Coordination'), 'network_coordinator', net.network._id);
  const other = await network();
  const asking = await workshop('Chartres');
  const unled = (await workshop('Tours', { networkIds: [net.network._id] })).workshop;
  await MandateRecord.deleteMany({ scopeId: unled._id });
  const membershipAsked = newId();
  await MembershipRecord.create([
    {
      _id: membershipAsked,
      networkId: net.network._id,
      workshopId: asking.workshop._id,
      status: 'asked',
      askedAt: clock.now,
    },
  ]);
  const membership = await MembershipRecord.findOne({ workshopId: a.workshop._id }).lean();
  const machine = await laser(a.workshop);
  const taught = { kind: 'trainer' as const, personId: a.manager.id, facts: { employment: 'employed' } };
  const trainer = await laser(a.workshop, taught);
  const draftMachine = await laser(a.workshop, { status: 'draft' });
  const [outage, photo] = [newId(), newId()];
  const january = { from: new Date('2027-01-11T09:00:00Z'), until: new Date('2027-01-12T09:00:00Z') };
  const unitId = machine.units[0]!.id;
  await OutageRecord.create([
    { _id: outage, resourceId: machine._id, unitId, ...january, reason: '', setBy: a.manager.id },
  ]);
  const photoOfA = { purpose: 'equipment_photo' as const, subjectId: machine._id, by: a.manager.id };
  const kept = (file: object) => ({
    alt: '',
    bytes: 1,
    width: 1,
    height: 1,
    variants: ['320'],
    at: clock.now,
    ...file,
  });
  await FileRecord.create([
    kept({ _id: photo, ...photoOfA, subject: `equipment_photo:${machine._id}`, kind: 'photo', name: 'a.webp' }),
  ] as never);
  const invitationToken = newId();
  await InvitationRecord.create([
    {
      _id: newId(),
      email: 'invited@example.org',
      role: 'workshop_member',
      scope: 'workshop',
      scopeId: a.workshop._id,
      tokenDigest: createHash('sha256').update(invitationToken).digest('hex'),
      invitedBy: a.manager.id,
      expiresAt: new Date(clock.now.getTime() + 86_400_000),
    },
  ]);
  const sessionOfMemberA = newId();
  const session = {
    _id: sessionOfMemberA,
    token: newId(),
    userId: memberA.id,
    createdAt: clock.now,
    updatedAt: clock.now,
  };
  await SessionRecord.insertMany([{ ...session, expiresAt: new Date(clock.now.getTime() + 86_400_000) }]);
  const mandate = await MandateRecord.findOne({ personId: memberA.id }).lean();
  const { accreditations, borrowing } = app.services;
  const tuesday = { from: new Date('2026-12-08T09:00:00Z'), until: new Date('2026-12-08T12:00:00Z') };
  const loan = await borrowing.request(firmA.member, { ...wish(machine._id), ...tuesday, use: 'on_site' });
  const anotherDay = { from: new Date('2027-01-19T09:00:00Z'), until: new Date('2027-01-19T12:00:00Z') };
  const group = await app.services.series.request(firmA.member, {
    resourceId: machine._id,
    use: 'on_site',
    occurrences: [anotherDay],
    skipTaken: false,
    note: '',
    termsAccepted: true,
    idempotencyKey: newId(),
  });
  const somebody = await person('Une personne');
  const basket = await app.services.baskets.add(somebody, [
    { resourceId: machine._id, ...january, use: 'on_site', quantity: 1, note: '' },
  ]);
  const accreditation = await accreditations.issue(a.manager, {
    workshopId: a.workshop._id,
    personId: firmA.member.id,
    name: 'Fraiseuse',
  });
  const { feed } = await app.services.feeds.renew(memberA, 'person', '');
  const calendar = await app.services.externalCalendars.add(a.manager, {
    workshopId: a.workshop._id,
    name: 'Agenda',
    text: icsOf(),
    idempotencyKey: newId(),
  });
  const importId = newId();
  await ImportBatchRecord.create([
    {
      _id: importId,
      networkId: net.network._id,
      by: net.head.id,
      filename: 'ateliers.csv',
      state: 'received',
      createdAt: clock.now,
      updatedAt: clock.now,
    },
  ]);
  const savedSearch = await app.services.savedSearches.save(firmA.member, {
    name: 'Laser',
    filter: filter({ text: 'laser' }),
    alert: false,
    idempotencyKey: newId(),
  });
  const run = await asked(firmA.member, a.workshop._id, clock.now);
  const won = await asked(firmA.member, a.workshop._id, clock.now);
  await OfferRecord.updateOne({ _id: won.offerId }, { state: 'accepted', open: false, answeredAt: clock.now });
  await RequestRecord.updateOne(
    { _id: won.requestId },
    { state: 'awarded', offerId: won.offerId, workshopId: a.workshop._id, awardedAt: clock.now },
  );
  const notice = await NoticeRecord.findOne({ personId: memberA.id }).lean();
  const offered = await app.services.listings.create(a.manager, listed('material', a.workshop._id));
  const unoffered = await app.services.listings.create(
    a.manager,
    listed('material', a.workshop._id, { published: false }),
  );
  const purchase = await app.services.listings.create(a.manager, listed('purchase', a.workshop._id));
  const need = await app.services.needs.post(firmA.member, {
    materialId: 'plywood',
    measure: 'm2',
    place: '41000',
    radiusKm: 50,
    until: new Date(clock.now.getTime() + 30 * 86_400_000),
    note: '',
    idempotencyKey: newId(),
  });
  const trainingWish = await app.services.trainingPlans.wish(memberA, 'Laser niveau 1', 'Blois');
  const shared = await app.services.listings.create(
    a.manager,
    listed('training', a.workshop._id, {
      threshold: 2,
      decideAt: new Date('2026-11-30T08:00:00Z'),
      prices: [],
      facts: [
        { name: 'programme', text: 'Premiers pas.' },
        { name: 'cost', number: 10_000 },
      ],
    }),
  );
  const begun = await app.services.listings.create(a.manager, listed('training', a.workshop._id, { automatic: true }));
  const seat = await app.services.claims.request(firmA.member, {
    listingId: begun._id,
    quantity: 1,
    wait: false,
    note: '',
    idempotencyKey: newId(),
  });
  await ListingRecord.updateOne({ _id: begun._id }, { $set: { from: clock.now } });
  const job = await app.services.listings.create(a.manager, listed('job', a.workshop._id, { threshold: 50 }));
  const share = { listingId: job._id, wait: false, note: '' };
  await app.services.claims.request(a.manager, { ...share, quantity: 10, days: ['mon_am'], idempotencyKey: newId() });
  await app.services.claims.request(b.manager, {
    ...share,
    quantity: 40,
    days: ['tue_am', 'tue_pm', 'wed_am', 'wed_pm'],
    idempotencyKey: newId(),
  });
  const draftOfNetwork = await app.services.listings.create(
    net.head,
    listed('job', a.workshop._id, { networkId: net.network._id, published: false }),
  );
  const application = await app.services.applications.apply(somebody, {
    listingId: job._id,
    message: 'Bonjour',
    phone: '',
    keepMonths: 6,
    idempotencyKey: newId(),
  });
  const swap = await app.services.swaps.ask(a.manager, {
    listingId: job._id,
    otherId: b.workshop._id,
    give: 'mon_am',
    take: 'wed_pm',
    note: '',
    idempotencyKey: newId(),
  });
  const slot = new Date(clock.now.getTime() + 86_400_000);
  await app.services.applications.propose(a.manager, { id: application._id, slots: [slot], place: '' });
  const part = await app.services.claims.request(firmA.member, {
    listingId: offered._id,
    quantity: 2,
    wait: false,
    note: '',
    idempotencyKey: newId(),
  });
  const drawing = newId();
  const drawingOfA = { purpose: 'request_file', subjectId: run.requestId, subject: `request_file:${run.requestId}` };
  await FileRecord.create([
    kept({ _id: drawing, ...drawingOfA, kind: 'pdf', name: 'plan.pdf', by: firmA.member.id }),
  ] as never);
  await SecrecyRecord.create([
    { _id: run.offerId, workshopId: a.workshop._id, personId: memberA.id, version: secrecyVersion, at: clock.now },
  ]);
  return {
    viewers: {
      visitor,
      person: somebody,
      firmA: firmA.member,
      firmB: firmB.member,
      memberA,
      managerA: a.manager,
      managerB: b.manager,
      coordinator,
      head: net.head,
      admin: await person('Admin', { admin: true }),
    },
    ids: {
      workshopA: a.workshop._id,
      slugA: a.workshop.slug,
      firmA: firmA.firm._id,
      networkCode: net.network.code,
      networkId: net.network._id,
      otherNetwork: other.network.code,
      workshopUnled: unled._id,
      membershipAsked,
      membershipOfA: membership!._id,
      machineA: machine._id,
      trainerA: trainer._id,
      managerEmailA: a.manager.email,
      draftMachineA: draftMachine._id,
      outageA: outage,
      photoA: photo,
      drawingA: drawing,
      unitA: machine.units[0]!.id,
      loanA: loan._id,
      groupA: group._id,
      basketLineA: basket.lines[0]!.id,
      loanCodeA: loan.code,
      feedOfMemberA: feed._id,
      calendarA: calendar._id,
      ics: icsOf().replaceAll('\r\n', '\\n'),
      borrowerA: firmA.member.id,
      accreditationA: accreditation._id,
      savedSearchA: savedSearch._id,
      importA: importId,
      draftA: run.draftId,
      requestA: run.requestId,
      offerA: run.offerId,
      offerWonByA: won.offerId,
      noticeOfMemberA: notice!._id,
      listingA: offered._id,
      jobA: job._id,
      draftOfNetwork: draftOfNetwork._id,
      begunA: begun._id,
      seatA: seat._id,
      workshopB: b.workshop._id,
      applicationA: application._id,
      slotA: slot.toISOString(),
      swapA: swap._id,
      sessionA: shared._id,
      wishOfMemberA: trainingWish._id,
      draftListingA: unoffered._id,
      claimA: part._id,
      purchaseA: purchase._id,
      needA: need._id,
      mailToken: mailToken(app.deps.config.AUTH_SECRET, memberA.id, 'loans'),
      invitationToken,
      sessionOfMemberA,
      mandateOfMemberA: mandate!._id,
    },
  };
}
