import { AccountRecord } from '../gateway/modules/identity/account.entity.ts';
import { MandateRecord, PersonRecord } from '../gateway/modules/identity/person.entity.ts';
import { hashPassword } from '../gateway/modules/identity/passwords.ts';
import type { Party, PersonViewer } from '../gateway/modules/identity/viewer.ts';
import type { Clock } from '../gateway/platform/clock.ts';
import { stableId } from '../gateway/platform/ids.ts';
import { type Role, roles } from '../schema/vocabulary.ts';
import { demonstrationPassword } from './world.ts';

/** An account that the start shows. */
export interface DemonstrationAccount {
  name: string;
  email: string;
  role: string;
}

const addressOf = (name: string) =>
  `${name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@demo.example`;

/** The people of the demonstration: accounts with one password, and the roles that they hold. */
export class Cast {
  readonly #people = new Map<string, PersonViewer>();
  readonly #clock: Clock;
  #hash = '';

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** The person of this name, with an account of their own from the first time on. */
  async person(name: string, { admin = false } = {}): Promise<PersonViewer> {
    const known = this.#people.get(name);
    if (known) return known;
    this.#hash ||= await hashPassword(demonstrationPassword);
    const id = stableId('person', name);
    const email = addressOf(name);
    const at = this.#clock();
    await PersonRecord.create([{ _id: id, name, email, emailVerified: true, locale: 'fr', admin, createdAt: at }]);
    const credential = { userId: id, accountId: id, providerId: 'credential', password: this.#hash };
    const account: object = { _id: stableId('account', name), ...credential, createdAt: at, updatedAt: at };
    await AccountRecord.insertMany([account]);
    const own: Party = { scope: 'person', id };
    const viewer: PersonViewer = { kind: 'person', id, name, email, verified: true, admin, roles: [], acting: own };
    this.#people.set(name, viewer);
    return viewer;
  }

  /** The same person with one role more, acting in it. */
  async holding(name: string, role: Role, scopeId: string): Promise<PersonViewer> {
    const person = await this.person(name);
    const { scope } = roles[role];
    const _id = stableId('mandate', name, role, scopeId);
    await MandateRecord.updateOne(
      { personId: person.id, scopeId, role },
      { $setOnInsert: { _id, scope, since: this.#clock() } },
      { upsert: true },
    );
    const held = person.roles.some((one) => one.role === role && one.scopeId === scopeId);
    const viewer = {
      ...person,
      roles: held ? person.roles : [...person.roles, { role, scopeId }],
      acting: { scope, id: scopeId },
    };
    this.#people.set(name, viewer);
    return viewer;
  }

  account(name: string, role: string): DemonstrationAccount {
    return { name, email: addressOf(name), role };
  }
}
