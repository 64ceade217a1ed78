import { createHash, randomBytes } from 'node:crypto';
import { type Locale, type Role, roles } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { Accounts } from './accounts.ts';
import { type Invitation, InvitationRecord } from './invitation.entity.ts';
import type { PartyNames } from './party-names.ts';
import type { PeopleService } from './people.service.ts';
import { isOver } from './session.rules.ts';
import { type Mandate, MandateRecord, type Person, PersonRecord } from './person.entity.ts';
import {
  asPerson,
  asVerified,
  demand,
  leads,
  parseParty,
  type Party,
  type PersonViewer,
  speaksFor,
  usualParty,
  type Viewer,
  visitor,
} from './viewer.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  accounts: Accounts;
  people: PeopleService;
  names: PartyNames;
  notices: NoticeService;
}

const INVITATION_DAYS = 14;
const DAY = 86_400_000;
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** Who calls, for whom, and who is invited to act for an organisation. */
export class IdentityService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * The viewer of a request, from its session cookie and `x-acting-for` (`workshop:ID`, or `person:ID` for oneself).
   * Without a claim, or with one that no role backs, they act for the organisation that they usually act for.
   */
  async viewerFor(headers: Headers): Promise<Viewer> {
    if (!headers.get('cookie')) return visitor;
    const session = await this.#deps.accounts.api.getSession({ headers });
    if (!session || isOver(session.session.createdAt, this.#deps.clock())) return visitor;
    const { id, name, email, emailVerified } = session.user;
    const admin = emailVerified && session.user.admin === true;
    const held = emailVerified ? await this.#deps.people.mandatesOf(id) : [];
    const viewer: PersonViewer = {
      kind: 'person',
      id,
      name,
      email,
      verified: emailVerified,
      admin,
      roles: held.map(({ role, scopeId }) => ({ role, scopeId })),
      acting: { scope: 'person', id },
      sessionId: session.session.id,
    };
    const claimed = parseParty(headers.get('x-acting-for'));
    return { ...viewer, acting: claimed && speaksFor(viewer, claimed) ? claimed : usualParty(viewer) };
  }

  async setLocale(viewer: Viewer, locale: Locale): Promise<Person> {
    const { id } = asPerson(viewer);
    const person = await PersonRecord.findByIdAndUpdate(id, { $set: { locale } }, { returnDocument: 'after' }).lean();
    if (!person) throw notFound('person');
    return person;
  }

  async membersOf(viewer: Viewer, party: Party): Promise<Mandate[]> {
    demand(viewer, speaksFor(viewer, party) || leads(viewer, party));
    return this.#deps.people.mandatesIn(party);
  }

  /**
   * Whether the viewer may invite to this role: who leads the organisation; and for the first manager of a workshop that
   * has none, the people of a network that has admitted it.
   */
  async mayInvite(viewer: Viewer, party: Party, role: Role): Promise<boolean> {
    if (leads(viewer, party)) return true;
    if (viewer.kind !== 'person' || role !== 'workshop_manager' || party.scope !== 'workshop') return false;
    const workshop = await WorkshopRecord.findById(party.id, { networkIds: 1 }).lean();
    if (!workshop?.networkIds.some((id) => speaksFor(viewer, { scope: 'network', id }))) return false;
    const held = await this.#deps.people.mandatesIn(party);
    return !held.some((mandate) => mandate.role === role);
  }

  /** Invites an address to a role. The link leaves by mail; inviting twice sends a new link and voids the first. */
  async invite(viewer: Viewer, party: Party, email: string, role: Role): Promise<Invitation> {
    const person = asVerified(viewer);
    demand(viewer, await this.mayInvite(viewer, party, role));
    if (roles[role].scope !== party.scope) throw new Refusal('platform.invalid');
    const address = email.trim().toLowerCase();
    const token = randomBytes(24).toString('base64url');
    return transaction(async () => {
      await InvitationRecord.deleteMany({ email: address, scopeId: party.id, role, acceptedAt: { $exists: false } });
      const [organisation] = await this.#deps.names.of([party]);
      const invitation = {
        _id: this.#deps.newId(),
        email: address,
        role,
        scope: roles[role].scope,
        scopeId: party.id,
        tokenDigest: digest(token),
        invitedBy: person.id,
        expiresAt: new Date(this.#deps.clock().getTime() + INVITATION_DAYS * DAY),
      };
      await InvitationRecord.create([invitation]);
      const locale = (await this.#deps.people.byEmail(address))?.locale ?? 'fr';
      const params = { organisation: organisation?.name ?? '', by: person.name, token };
      await this.#deps.notices.mail(address, locale, 'identity.invited', params);
      return invitation;
    });
  }

  /** The invitation behind a mail's link. Refuses one that has lapsed or served. */
  async invitation(token: string): Promise<Invitation> {
    const invitation = await InvitationRecord.findOne({ tokenDigest: digest(token) }).lean();
    if (!invitation || invitation.acceptedAt || invitation.expiresAt <= this.#deps.clock())
      throw new Refusal('identity.invitationOver');
    return invitation;
  }

  /** Takes the role offered. Only the address that was invited can, once proven. */
  accept(viewer: Viewer, token: string): Promise<Party> {
    const person = asVerified(viewer);
    return transaction(async () => {
      const { _id, email, role, scope, scopeId } = await this.invitation(token);
      if (person.email.toLowerCase() !== email) throw new Refusal('identity.invitationForOther');
      const at = this.#deps.clock();
      const taken = await InvitationRecord.updateOne(
        { _id, acceptedAt: { $exists: false } },
        { $set: { acceptedAt: at } },
      );
      if (taken.modifiedCount === 0) throw new Refusal('identity.invitationOver');
      const party: Party = { scope, id: scopeId };
      await this.#deps.people.grant({ _id: this.#deps.newId(), personId: person.id, party, role, since: at });
      const [organisation] = await this.#deps.names.of([party]);
      const params = { name: person.name, organisation: organisation?.name ?? '' };
      await this.#deps.notices.tell({
        topic: 'invitation',
        subjectId: _id,
        event: 'identity.joined',
        to: [party],
        params,
      });
      return party;
    });
  }

  /** Ends a role: one's own, or another's by whoever leads. The last who leads an organisation stays. */
  removeMandate(viewer: Viewer, mandateId: string): Promise<boolean> {
    const person = asVerified(viewer);
    return transaction(async () => {
      const mandate = await MandateRecord.findById(mandateId).lean();
      if (!mandate) throw notFound('mandate');
      const party: Party = { scope: mandate.scope, id: mandate.scopeId };
      demand(viewer, mandate.personId === person.id || leads(viewer, party));
      await this.#deps.people.claim(party);
      const leading = (await this.#deps.people.mandatesIn(party)).filter(({ role }) => roles[role].leads);
      if (leading.length === 1 && leading[0]!._id === mandateId) throw new Refusal('identity.lastManager');
      await MandateRecord.deleteOne({ _id: mandateId });
      return true;
    });
  }
}
