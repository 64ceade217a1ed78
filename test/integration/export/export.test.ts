import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { LoanRecord } from '../../../gateway/modules/borrowing/loan.entity.ts';
import { type ExportName, exportNames, exportTable } from '../../../gateway/modules/export/export.table.ts';
import type { Party, PersonViewer, Viewer } from '../../../gateway/modules/identity/viewer.ts';
import { readFile } from '../../../gateway/modules/workshop/import.reading.ts';
import { suggestMatching } from '../../../gateway/modules/workshop/import.columns.rules.ts';
import { columnsOf } from '../../../gateway/modules/workshop/import.table.rules.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { listed } from '../../support/sharing.ts';
import { type Scene, stage } from '../authorisation/scene.ts';
import { principals } from '../authorisation/table.ts';

const world = useApp();
let scene: Scene;
let url: string;
beforeAll(async () => {
  scene = await stage(world);
  ({ url } = await world.serve());
});

const parties: Record<string, () => Party> = {
  workshop: () => ({ scope: 'workshop', id: scene.ids.workshopA! }),
  firm: () => ({ scope: 'firm', id: scene.ids.firmA! }),
  network: () => ({ scope: 'network', id: scene.ids.networkId! }),
  person: () => ({ scope: 'person', id: (scene.viewers.person as PersonViewer).id }),
};
/** One sign for each principal, as in the table of operations. */
const who = { workshop: '- --- ++- --+', firm: '- -+- --- --+', network: '- --- --- +++', person: '- +-- --- --+' };

/** Tables that are not for whoever speaks for the party. */
const whoOf: Partial<Record<ExportName, string>> = { balance: '- --- -+- -++' };

async function ask(viewer: Viewer, name: string, party: Party, more: Record<string, string> = {}) {
  const headers = viewer.kind === 'person' ? await world.signedIn(viewer) : {};
  return fetch(`${url}/exports/${name}.csv?for=${party.scope}:${party.id}`, { headers: { ...headers, ...more } });
}
const rowsOf = (text: string, delimiter = ';') =>
  parse<Record<string, string>>(text, { delimiter, columns: true, bom: true });

describe.each(exportNames.flatMap((name) => exportTable[name].for.map((scope) => [name, scope] as const)))(
  '%s of a %s',
  (name, scope) => {
    const signs = (whoOf[name] ?? who[scope]).replace(/\s/g, '');
    test('goes to those who speak for it, and to nobody else', async () => {
      for (const [n, principal] of principals.entries()) {
        const { status } = await ask(scene.viewers[principal], name, parties[scope]!());
        const wanted = signs[n] === '+' ? 200 : principal === 'visitor' ? 401 : 403;
        expect([principal, status]).toEqual([principal, wanted]);
      }
    });
  },
);

test('a table that a party has not, an unknown one and a badly named party are not found', async () => {
  const { admin } = scene.viewers;
  expect((await ask(admin, 'calendar', parties.firm!())).status).toBe(404);
  expect((await ask(admin, 'secrets', parties.firm!())).status).toBe(404);
  expect((await ask(admin, 'loans', { scope: 'person', id: '../x' })).status).toBe(404);
});

test('a file opens in a French spreadsheet: mark, separator, words, local time', async () => {
  const answer = await ask(scene.viewers.managerA, 'loans', parties.workshop!(), { 'accept-language': 'fr' });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="prets.csv"');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [row] = rowsOf(bytes.toString());
  expect(row).toMatchObject({ État: 'demandé', Sens: 'prêté', Emprunteur: 'Firme A', Début: '2026-12-08 10:00' });
  const cookie = `${(await world.signedIn(scene.viewers.managerA as PersonViewer)).cookie}; locale=en`;
  const english = await ask(scene.viewers.managerA, 'loans', parties.workshop!(), { cookie });
  expect(rowsOf(await english.text(), ',')[0]).toMatchObject({ Status: 'asked', Side: 'lent' });
});

/** Somebody takes away a part of what would have been thrown away. */
async function receiveOffcut(): Promise<void> {
  const { listings, claims } = world.app.services;
  const { managerA, managerB } = scene.viewers;
  const { _id } = await listings.create(managerA, listed('material', scene.ids.workshopA!, { automatic: true }));
  const asked = { listingId: _id, quantity: 1, wait: false, note: '', idempotencyKey: newId() };
  const claim = await claims.request(managerB, asked);
  await claims.move(managerB, claim._id, 'receive');
}

test('every table of every party has its rows, and a formula in them is a text', async () => {
  const loan = await LoanRecord.findById(scene.ids.loanA).lean();
  await LoanRecord.updateOne({ _id: loan!._id }, { $set: { note: '=HYPERLINK("http://x")' } });
  const filled: Partial<Record<ExportName, keyof typeof who>> = {
    loans: 'firm',
    equipment: 'workshop',
    calendar: 'workshop',
    offers: 'workshop',
    requests: 'firm',
    people: 'network',
    accreditations: 'workshop',
    workshops: 'network',
    memberships: 'network',
    reuse: 'workshop',
    balance: 'workshop',
  };
  await receiveOffcut();
  for (const name of exportNames) {
    const rows = rowsOf(await (await ask(scene.viewers.admin, name, parties[filled[name]!]!())).text());
    expect([name, rows.length > 0]).toEqual([name, true]);
  }
  const [row] = rowsOf(await (await ask(scene.viewers.firmA, 'loans', parties.firm!())).text());
  expect(row!.Note).toBe('\'=HYPERLINK("http://x")');
});

test(
  'a long table comes as it is read: its first lines are there before its last are looked up',
  { timeout: 60_000 },
  async () => {
    const { _id: _old, code: _code, ...loan } = (await LoanRecord.findById(scene.ids.loanA).lean())!;
    const many = Array.from({ length: 5_000 }, (_, n) => ({
      ...loan,
      _id: newId(),
      code: `BP-2020-${n}`,
      status: 'closed' as const,
    }));
    await LoanRecord.insertMany(many, { lean: true });
    const { lines } = await world.app.services.exports.open(scene.viewers.managerA, 'loans', parties.workshop!(), 'fr');
    let hands = 0;
    for await (const text of lines) {
      hands += 1;
      expect(text.length).toBeLessThan(200_000);
      if (hands === 3) break;
    }
    expect(hands).toBe(3);
    const whole = await (await ask(scene.viewers.managerA, 'loans', parties.workshop!())).text();
    expect(rowsOf(whole).length).toBeGreaterThan(5_000);
    await LoanRecord.deleteMany({ code: /^BP-2020/ });
  },
);

test('the table of the workshops of a network can be imported again as it is', async () => {
  const text = await (await ask(scene.viewers.head, 'workshops', parties.network!())).text();
  const matching = suggestMatching(
    'csv',
    columnsOf(text).map(({ name }) => name),
  );
  expect(Object.keys(matching)).toEqual(expect.arrayContaining(['id', 'name', 'city', 'lat', 'lon', 'postal_code']));
  const { rows, errors } = await readFile(text, 'csv', matching);
  expect(errors).toEqual([]);
  expect(rows.length).toBeGreaterThan(0);
});
