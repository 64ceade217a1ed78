import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonViewer, Viewer } from '../../gateway/modules/identity/viewer.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { useApp } from '../support/app.ts';
import { handOver, lendingWorld, loanSteps, morning, takeBack } from '../support/loans.ts';
import { holding, laser, person, workshop } from '../support/world.ts';

const world = useApp();
const { request, move } = loanSteps(world);
let url = '';
beforeAll(async () => {
  ({ url } = await world.serve());
});

interface Scanned {
  loanId: string | null;
  move: string | null;
  resourceId: string;
  unitCode: string | null;
}
const SCAN = 'query S($code: String!) { scan(code: $code) { loanId move resourceId unitCode } }';
const scan = async (viewer: Viewer, code: string) => (await world.get<{ scan: Scanned }>(viewer, SCAN, { code })).scan;
const refused = async (viewer: Viewer, code: string) => (await world.run(viewer, SCAN, { code })).refusal;

describe('a scanned label', () => {
  test('opens the machine for everybody, and for its workshop what is to be done now', async () => {
    const { lender, borrower, machine } = await lendingWorld();
    const unit = machine.units[0]!;
    const member = await holding(await person(), 'workshop_member', machine.workshopId);
    const nothing = { loanId: null, move: null, resourceId: machine._id, unitCode: unit.code };
    expect(await scan(lender, unit.id)).toEqual(nothing);
    expect(await scan(await person(), unit.code)).toEqual(nothing);
    expect(await scan(lender, unit.code.toLowerCase())).toEqual(nothing);
    const { id } = await request(borrower, machine._id);
    await move(lender, id, 'accept');
    expect(await scan(lender, unit.id)).toEqual(nothing);
    world.clock.set(new Date(Date.parse(morning.from) - 3_600_000));
    expect(await scan(member, unit.id)).toMatchObject({ loanId: id, move: 'hand_over' });
    expect(await scan(borrower, unit.id)).toMatchObject({ loanId: id, move: null });
    expect(await scan(await person(), unit.id)).toEqual(nothing);
    await move(lender, id, 'hand_over', { handOver });
    expect(await scan(lender, unit.code)).toMatchObject({ loanId: id, move: 'take_back' });
    await move(lender, id, 'take_back', { takeBack });
    expect(await scan(lender, unit.id)).toEqual(nothing);
  });

  test('of a draft is for its workshop alone; of a code that two workshops use, for the one that asks', async () => {
    const [a, b] = [await workshop('Blois'), await workshop('Tours')];
    const shared = `COMMUN-${newId().slice(-6).toUpperCase()}`;
    const [inA, inB] = await Promise.all(
      [a, b].map(({ workshop: site }) => laser(site, { units: [{ id: newId(), code: shared }] })),
    );
    expect((await scan(a.manager, shared)).resourceId).toBe(inA!._id);
    expect((await scan(b.manager, shared)).resourceId).toBe(inB!._id);
    const draft = await laser(a.workshop, { status: 'draft' });
    expect((await scan(a.manager, draft.units[0]!.id)).resourceId).toBe(draft._id);
    expect(await refused(b.manager, draft.units[0]!.id)).toBe('platform.notFound');
  });
});

test('the code of a slip opens the loan for its two sides, and nothing for others: not even that it exists', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  const { id, code } = await request(borrower, machine._id, {
    from: '2026-12-10T08:00:00.000Z',
    until: '2026-12-10T12:00:00.000Z',
  });
  for (const side of [lender, borrower])
    expect(await scan(side, ` ${code.toLowerCase()} `)).toMatchObject({ loanId: id });
  const stranger = await person();
  expect([
    await refused(stranger, code),
    await refused(stranger, 'BP-2026-9999'),
    await refused(stranger, 'x'.repeat(500)),
  ]).toEqual(Array.from({ length: 3 }, () => 'platform.notFound'));
  expect(await refused({ kind: 'visitor' }, code)).toBe('platform.signIn');
});

const paper = async (viewer: PersonViewer | undefined, path: string) =>
  fetch(url + path, { headers: viewer ? await world.signedIn(viewer) : {} });
const textOf = (bytes: Buffer) =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString().normalize('NFC');
const hasReader = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('pdftotext is not here: the words of the PDFs are not read back');
    return false;
  }
})();

describe('paper', () => {
  test('the slip of a loan is a PDF for its two sides, with both names, the unit, the time of the workshop and the terms', async () => {
    const { lender, borrower, machine, site } = await lendingWorld({
      terms: {
        pricing: 'hourly',
        rateCents: 650,
        depositCents: 5_000,
        audience: 'everyone',
        automatic: false,
        noticeHours: 0,
        longestHours: 240,
        holdHours: 48,
        conditions: 'Rendre propre et vidé.',
      },
    });
    const { id, code } = await request(borrower, machine._id, {
      from: '2026-12-11T08:00:00.000Z',
      until: '2026-12-11T12:00:00.000Z',
    });
    const path = `/prints/loans/${id}.pdf`;
    expect([(await paper(undefined, path)).status, (await paper(await person(), path)).status]).toEqual([401, 404]);
    const response = await paper(lender, path);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'content-disposition': `inline; filename="${code}.pdf"`,
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    if (!hasReader) return;
    const words = textOf(bytes).replace(/\s+/g, ' ');
    for (const word of [
      code,
      site.name,
      machine.units[0]!.code,
      'vendredi 11 décembre 2026, 9 h',
      'Câble',
      'Mire',
      '26,00',
      '50,00',
      'Rendre propre et vidé.',
    ])
      expect(words).toContain(word);
    const english = textOf(Buffer.from(await (await paper(borrower, `${path}?lang=en`)).arrayBuffer()));
    expect(english).toContain('Loan slip');
  });

  test('labels are a PDF for the workshop’s people: the units chosen, from the place chosen', async () => {
    const { lender, borrower, machine, site } = await lendingWorld();
    const units = Array.from({ length: 30 }, (_, n) => ({
      id: newId(),
      code: `${site.code}-E${n}`,
      shelf: 'Étagère 2',
    }));
    await laser(site, { units });
    const path = `/prints/labels/${site._id}.pdf`;
    expect((await paper(borrower, path)).status).toBe(404);
    const all = Buffer.from(await (await paper(lender, `${path}?par=24`)).arrayBuffer());
    expect(all.toString('latin1')).toMatch(/\/Count 2/);
    const two = `${path}?par=40&depuis=39&u=${units[0]!.id}&u=${units[1]!.id}&u=nothing`;
    const few = Buffer.from(await (await paper(lender, two)).arrayBuffer());
    expect(few.toString('latin1')).toMatch(/\/Count 2/);
    if (!hasReader) return;
    expect(textOf(few)).toContain(units[1]!.code);
    expect(textOf(few)).not.toContain(machine.units[0]!.code);
  });

  test('drawing does not hold the product: it answers while a hundred pages are drawn', async () => {
    const { lender, site } = await lendingWorld();
    for (let n = 0; n < 10; n += 1)
      await laser(site, {
        units: Array.from({ length: 50 }, (_, k) => ({ id: newId(), code: `${site.code}-${n}-${k}` })),
      });
    const drawing = paper(lender, `/prints/labels/${site._id}.pdf?par=21`);
    const waits: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      const start = performance.now();
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      waits.push(performance.now() - start);
    }
    expect((await drawing).status).toBe(200);
    expect(Math.max(...waits)).toBeLessThan(400);
  });
});
