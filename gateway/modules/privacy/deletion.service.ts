import mongoose from 'mongoose';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { LoanRecord } from '../borrowing/loan.entity.ts';
import { ApplicationRecord } from '../hiring/application.entity.ts';
import { FirmRecord } from '../firm/firm.entity.ts';
import { AccountRecord } from '../identity/account.entity.ts';
import type { Lockout } from '../identity/lockout.ts';
import type { PartyNames } from '../identity/party-names.ts';
import { MandateRecord, type Person, PersonRecord } from '../identity/person.entity.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { asPerson, partyKey, type Viewer } from '../identity/viewer.ts';
import { HappeningRecord } from '../notice/notice.entity.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { RequestRecord } from '../production/request.entity.ts';
import { ClaimRecord } from '../sharing/claim.entity.ts';
import type { AccountDeletion, DeletionBlock } from './privacy.entity.ts';
import type { LeavingTrainerService } from './leaving-trainer.service.ts';
import {
  firmsAlone,
  type Held,
  holdsMachine,
  ledAlone,
  nameless,
  openPartStatuses,
  openRequestStates,
} from './privacy.rules.ts';
import { type Key, references, typedNames } from './references.table.ts';

interface Deps {
  clock: Clock;
  people: PeopleService;
  names: PartyNames;
  notices: NoticeService;
  lockout: Lockout;
  leavingTrainers: LeavingTrainerService;
  verifyPassword: (kept: { hash: string; password: string }) => Promise<boolean>;
}

/** What stands where the name of a firm stood; read in every language. */
const namelessFirm = 'Entreprise close (closed firm)';

const keysOf = ({ _id, email }: Person): Record<Key, string> => ({
  id: _id,
  email,
  party: partyKey({ scope: 'person', id: _id }),
});

/** Ends an account: what is only the person's goes, what others need stays without their name. */
export class DeletionService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What would happen now. */
  async foresee(viewer: Viewer): Promise<AccountDeletion> {
    const { id } = asPerson(viewer);
    const mandates = await this.#mandatesAround(id);
    const firms = await FirmRecord.find({ _id: { $in: firmsAlone(id, mandates) } }, { name: 1 }).lean();
    const cancels = await this.#deps.leavingTrainers.foresee(id);
    return { blocks: await this.#blocks(id, mandates), closes: firms.map(({ name }) => name), cancels };
  }

  /** Deletes the caller's account, by their password. Refuses while something only they can settle is open. */
  async delete(viewer: Viewer, password: string): Promise<boolean> {
    const caller = asPerson(viewer);
    const { id } = caller;
    const person = await PersonRecord.findById(id).lean();
    if (!person) throw notFound('person');
    await this.#prove(person, password);
    await transaction(async () => {
      for (const { scope, scopeId } of await this.#deps.people.mandatesOf(id))
        await this.#deps.people.claim({ scope, id: scopeId });
      const mandates = await this.#mandatesAround(id);
      const [block] = await this.#blocks(id, mandates);
      if (block) throw new Refusal(`privacy.${block.reason}`, { name: block.name });
      for (const firmId of firmsAlone(id, mandates)) await this.#closeFirm(firmId);
      await this.#forget(person, await this.#deps.leavingTrainers.leave(caller));
      await this.#deps.notices.mail(person.email, person.locale, 'identity.deleted', {});
    });
    return true;
  }

  async #prove({ _id, email }: Person, password: string): Promise<void> {
    const { lockout, verifyPassword } = this.#deps;
    if (await lockout.isLocked(email)) throw new Refusal('platform.limited');
    const account = (await AccountRecord.findOne({ userId: _id, providerId: 'credential' })
      .setOptions({ strictQuery: false })
      .lean()) as {
      password?: string;
    } | null;
    if (account?.password && (await verifyPassword({ hash: account.password, password }))) return;
    await lockout.failed(email);
    throw new Refusal('privacy.password');
  }

  /** The roles of everybody in the organisations of the person. */
  async #mandatesAround(id: string): Promise<Held[]> {
    const own = await this.#deps.people.mandatesOf(id);
    return MandateRecord.find({ scopeId: { $in: own.map(({ scopeId }) => scopeId) } }).lean();
  }

  async #blocks(id: string, mandates: readonly Held[]): Promise<DeletionBlock[]> {
    const alone = ledAlone(id, mandates);
    const led = mandates.filter((held) => held.personId === id && alone.includes(held.scopeId));
    const parties = [...new Map(led.map(({ scope, scopeId }) => [scopeId, { scope, id: scopeId }])).values()];
    const cards = await this.#deps.names.of(parties);
    const owners = [id, ...firmsAlone(id, mandates)];
    const loans = await LoanRecord.find(
      {
        $or: [
          { personId: id, status: { $in: ['out', 'asked', 'accepted'] } },
          {
            'party.scope': { $in: ['firm', 'person'] },
            'party.id': { $in: owners },
            status: { $in: ['out', 'asked', 'accepted'] },
          },
        ],
      },
      { code: 1, status: 1, party: 1 },
    ).lean();
    const parts = await ClaimRecord.find(
      {
        'party.scope': { $in: ['firm', 'person'] },
        'party.id': { $in: owners },
        status: { $in: [...openPartStatuses] },
      },
      { code: 1 },
    ).lean();
    const requests = await RequestRecord.find(
      { 'askedFor.id': { $in: owners }, state: { $in: [...openRequestStates] } },
      { code: 1 },
    ).lean();
    return [
      ...cards.map(({ scope, id: scopeId, name }) => ({
        reason: 'last_manager' as const,
        name,
        path: scope === 'network' ? `/reseau/${scopeId}` : `/ateliers/${scopeId}`,
      })),
      ...loans
        .filter(({ status, party }) => holdsMachine({ status, own: owners.includes(party.id) }))
        .map(({ _id, code }) => ({ reason: 'open_loan' as const, name: code, path: `/echanges/${_id}` })),
      ...parts.map(({ _id, code }) => ({ reason: 'open_part' as const, name: code, path: `/parts/${_id}` })),
      ...requests.map(({ _id, code }) => ({ reason: 'open_request' as const, name: code, path: `/demandes/${_id}` })),
    ];
  }

  /** What it asked for and borrowed stays; what says whose it was goes. */
  async #closeFirm(id: string): Promise<void> {
    await FirmRecord.updateOne({ _id: id }, { $set: { name: namelessFirm }, $unset: { siret: 1 } });
    await RequestRecord.deleteMany({ 'askedFor.id': id, state: 'draft' });
  }

  async #forget(person: Person, offeredAs: readonly string[]): Promise<void> {
    const { _id, name } = person;
    const keys = keysOf(person);
    await RequestRecord.deleteMany({ 'askedFor.id': _id, state: 'draft' });
    await this.#blankTyped(person);
    for (const told of new Set([name, ...offeredAs])) await this.#blankTold(told);
    await this.#blankWritten(_id);
    for (const [model, paths] of Object.entries(references))
      for (const { path, key, fate } of paths) {
        if (fate === 'gone') await mongoose.model(model).deleteMany({ [path]: keys[key] }, { strictQuery: false });
        if (fate === 'left')
          await mongoose.model(model).updateMany({ [path]: keys[key] }, { $pull: { [path]: keys[key] } });
      }
    await PersonRecord.replaceOne(
      { _id },
      {
        _id,
        name: nameless,
        email: `${_id}@deleted.invalid`,
        emailVerified: false,
        locale: 'fr',
        admin: false,
        createdAt: this.#deps.clock(),
      },
    );
  }

  /** Their name as somebody typed it at a counter, on their loans and those of their organisations. */
  async #blankTyped({ _id, name, email }: Person): Promise<void> {
    const organisations = (await this.#deps.people.mandatesOf(_id)).map(({ scopeId }) => scopeId);
    const around = { $or: [{ personId: _id }, { 'party.id': { $in: [_id, ...organisations] } }] };
    for (const typed of typedNames) {
      const { path } = typed;
      if ('inList' in typed)
        await LoanRecord.updateMany(
          { ...around, [`${typed.inList}.${path}`]: name },
          { $set: { [`${typed.inList}.$[each].${path}`]: '' } },
          { arrayFilters: [{ [`each.${path}`]: name }] },
        );
      else await LoanRecord.updateMany({ ...around, [path]: name }, { $set: { [path]: '' } });
    }
    // Named for a seat: by their address anywhere, by their name among those they stood with.
    const address = new RegExp(email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
    const seats: [object, unknown][] = [
      [{ attendees: address }, { $regex: address }],
      [{ ...around, attendees: name }, name],
    ];
    for (const [those, seat] of seats)
      await ClaimRecord.updateMany(those, { $set: { 'attendees.$[seat]': '' } }, { arrayFilters: [{ seat }] });
  }

  /** What they wrote on their own account; what they wrote for an organisation is the organisation's. */
  async #blankWritten(id: string): Promise<void> {
    const own = { personId: id, 'party.scope': 'person' as const };
    for (const record of [LoanRecord, ClaimRecord] as unknown as mongoose.Model<unknown>[]) {
      await record.updateMany(own, { $set: { note: '' } });
      await record.updateMany(
        own,
        { $unset: { 'history.$[line].note': 1 } },
        { arrayFilters: [{ 'line.personId': id }] },
      );
    }
    await RequestRecord.updateMany({ 'askedFor.id': id }, { $set: { note: '' } });
    // Gone with its CV at the next turn of the clock, hired or not.
    await ApplicationRecord.updateMany(
      { personId: id },
      { $set: { message: '', phone: '', status: 'withdrawn', deleteAt: this.#deps.clock() } },
    );
  }

  /** Their name in what people were told. */
  async #blankTold(name: string): Promise<void> {
    const told = { $objectToArray: { $ifNull: ['$params', {}] } };
    for (const record of [HappeningRecord, mongoose.model('Notice')] as mongoose.Model<unknown>[])
      await record.updateMany(
        { $expr: { $in: [name, { $map: { input: told, in: '$$this.v' } }] } },
        [
          {
            $set: {
              params: {
                $arrayToObject: {
                  $map: {
                    input: told,
                    in: { k: '$$this.k', v: { $cond: [{ $eq: ['$$this.v', name] }, '', '$$this.v'] } },
                  },
                },
              },
            },
          },
        ],
        { updatePipeline: true },
      );
  }
}
