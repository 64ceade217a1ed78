import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, hoursOf, machineOf } from '../../web/src/lib/calendar/days.server.ts';
import { type Machine, segmentsOf, stateOf } from '../../web/src/lib/calendar/segments.ts';
import {
  addDays,
  dateIn,
  firstOfMonth,
  hourIn,
  instantIn,
  isDate,
  mondayOf,
} from '../../web/src/lib/calendar/zone.server.ts';
import { equipmentOf, faultsOf, rowsIn, valuesOfEquipment } from '../../web/src/lib/catalogue/equipment-form.server.ts';
import { changed, figure } from '../../web/src/lib/catalogue/search-url.ts';

describe('the segments of a day', () => {
  const span = fc
    .record({ from: fc.nat(90), length: fc.integer({ min: 1, max: 30 }) })
    .map(({ from, length }) => ({ from, until: from + length }));
  const busy = fc.record({
    span,
    unitId: fc.constantFrom('a', 'b'),
    kind: fc.constantFrom('booked', 'held', 'cleaning', 'maintenance', 'late'),
  });
  const machine: fc.Arbitrary<Machine> = fc.record({
    unitIds: fc.constantFrom(['a'], ['a', 'b']),
    open: fc.array(span, { maxLength: 3 }),
    busy: fc.array(
      busy.map(({ span: at, ...block }) => ({ ...at, ...block })),
      { maxLength: 8 },
    ),
    now: fc.nat(100),
    chosen: fc.option(span, { nil: undefined }),
  });

  test('follow each other from end to end, neighbours differ, and each says what every instant of it is', () => {
    fc.assert(
      fc.property(machine, (one) => {
        const segments = segmentsOf(one, { from: 10, until: 110 });
        expect(segments[0]!.from).toBe(10);
        expect(segments.at(-1)!.until).toBe(110);
        for (const [n, segment] of segments.slice(1).entries()) {
          const before = segments[n]!;
          expect(segment.from).toBe(before.until);
          expect([segment.kind, segment.free, segment.label]).not.toEqual([
            before.kind,
            before.kind === 'free' ? before.free : segment.free,
            before.label,
          ]);
        }
        for (const { from, until, kind, free } of segments)
          for (let at = from; at < until; at++) {
            const taken = one.unitIds.filter((id) =>
              one.busy.some((block) => block.unitId === id && block.from <= at && at < block.until),
            );
            const isOpen = one.open.some((period) => period.from <= at && at < period.until);
            const isChosen = one.chosen !== undefined && one.chosen.from <= at && at < one.chosen.until;
            expect(kind === 'chosen').toBe(isChosen);
            expect(kind === 'free').toBe(!isChosen && isOpen && at >= one.now && taken.length < one.unitIds.length);
            if (kind === 'free') expect(free).toBe(one.unitIds.length - taken.length);
          }
      }),
    );
  });

  test('a day is free, partly free, taken, closed or past', () => {
    const at = (kind: 'free' | 'booked' | 'closed' | 'past') => ({ from: 0, until: 1, kind, free: 0 });
    expect(stateOf([at('closed'), at('free')])).toBe('free');
    expect(stateOf([at('booked'), at('free')])).toBe('some');
    expect(stateOf([at('booked'), at('closed')])).toBe('taken');
    expect(stateOf([at('closed')])).toBe('closed');
    expect(stateOf([at('past'), at('closed')])).toBe('past');
  });

  test('are drawn by the clock of the workshop, overseas as through a change of clocks', () => {
    const calendar = {
      timeZone: 'Indian/Reunion',
      hoursKnown: true,
      open: [{ from: '2026-11-24T05:00:00Z', until: '2026-11-24T14:00:00Z' }],
      busy: [{ unitId: 'a', kind: 'booked' as const, from: '2026-11-24T06:00:00Z', until: '2026-11-24T08:00:00Z' }],
    };
    const [day] = daysOf(calendar, machineOf(calendar, ['a'], new Date('2026-11-23T00:00:00Z')), '2026-11-24', 1);
    expect(day!.slots.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['closed', 0, 9],
      ['free', 9, 10],
      ['booked', 10, 12],
      ['free', 12, 18],
      ['closed', 18, 24],
    ]);
    expect(day!.state).toBe('some');
  });

  test('show the hours in which something opens, begins or ends, and not the nights that a loan goes through', () => {
    const calendar = {
      timeZone: 'Europe/Paris',
      hoursKnown: true,
      open: [{ from: '2026-11-24T09:00:00Z', until: '2026-11-24T17:00:00Z' }],
      busy: [{ unitId: 'a', kind: 'booked' as const, from: '2026-11-24T13:00:00Z', until: '2026-11-27T20:00:00Z' }],
    };
    const days = daysOf(calendar, machineOf(calendar, ['a'], new Date('2026-11-23T00:00:00Z')), '2026-11-24', 4);
    expect(hoursOf(days.slice(0, 3), true)).toEqual({ from: 8, to: 19 });
    expect(hoursOf(days, true)).toEqual({ from: 8, to: 22 });
  });
});

describe('local times', () => {
  test('come back as they were typed, through both nights on which clocks change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 4, max: 23 }),
        fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Cayenne'),
        (days, hour, zone) => {
          const date = addDays('2026-01-01', days);
          const instant = instantIn(zone, `${date}T${String(hour).padStart(2, '0')}:30`)!;
          expect([dateIn(zone, instant), hourIn(zone, instant, date)]).toEqual([date, hour + 0.5]);
        },
      ),
    );
  });

  test('a date alone is its beginning, or its end; nonsense is nothing', () => {
    expect(instantIn('Europe/Paris', '2026-11-24')?.toISOString()).toBe('2026-11-23T23:00:00.000Z');
    expect(instantIn('Europe/Paris', '2026-11-24', true)?.toISOString()).toBe('2026-11-24T23:00:00.000Z');
    for (const text of ['', 'mardi', '2026-13-01', '2026-02-30T10:00', '2026-01-01T25:00'])
      expect(instantIn('Europe/Paris', text)).toBeUndefined();
    expect(isDate('2026-02-30')).toBe(false);
  });

  test('weeks begin on Monday', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(firstOfMonth('2026-11-29', 2)).toBe('2027-01-01');
  });
});

describe('the search as an address', () => {
  const params = new URLSearchParams('quoi=laser&procede=co2_cut&procede=laser&ou=&apres=xyz&km=40');

  test('a list takes a value on and off; every change leads to the first page and drops what is empty', () => {
    expect(changed(params, { process: 'laser' })).toBe('/trouver?quoi=laser&km=40&procede=co2_cut');
    expect(changed(params, { process: 'fff' })).toBe(
      '/trouver?quoi=laser&km=40&procede=co2_cut&procede=laser&procede=fff',
    );
    expect(changed(params, { km: undefined, text: undefined, process: undefined })).toBe('/trouver');
  });

  test('figures are read with a comma or a point, within bounds', () => {
    const read = (text: string) =>
      figure(new URLSearchParams({ epaisseur: text }), 'thickness', { min: 0.01, max: 100 });
    expect([read('6,5'), read('6.5'), read(' 12 '), read('1e9'), read('-3'), read('six'), read('')]).toEqual([
      6.5,
      6.5,
      12,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the form of a machine', () => {
  const machine = {
    name: 'Laser',
    maker: 'Trotec',
    model: null,
    description: 'Deux lignes\nici',
    envelope: { x: 610, y: 305, z: null },
    use: 'both',
    terms: {
      pricing: 'hourly',
      rateCents: 1850,
      depositCents: 0,
      audience: 'everyone',
      automatic: true,
      noticeHours: 2,
      longestHours: 72,
      holdHours: 24,
      conditions: '',
    },
    buffers: { prepareMinutes: 5, cleanMinutes: 30, transportMinutes: 0 },
    accreditation: 'Laser niveau 1',
    checklist: ['Lentille', 'Clé'],
    capabilities: [
      {
        process: 'co2_cut',
        material: 'plywood',
        envelopeMm: { x: 610, y: 305, z: 170 },
        maxThicknessMm: 8.5,
        toleranceClass: 'c',
        lot: { max: 200 },
        ratePerHour: 12,
        setupMinutes: 10,
        leadDays: 2,
        priceCentsPerHour: 1500,
        evidence: 'confirmed',
      },
      { process: 'laser_engrave', material: null, evidence: 'declared' },
    ],
  };
  const sent = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(valuesOfEquipment(machine))) form.set(name, value as string);
    return form;
  };

  test('says back all that it was given, figures that it does not show included', () => {
    const { lot, ...row } = machine.capabilities[0]!;
    expect(equipmentOf(sent())).toEqual({
      ...machine,
      processes: [],
      capabilities: [
        { ...row, lotMin: 1, lotMax: lot!.max },
        {
          process: 'laser_engrave',
          material: null,
          envelopeMm: null,
          maxThicknessMm: null,
          toleranceClass: null,
          lotMin: null,
          lotMax: null,
          ratePerHour: null,
          setupMinutes: null,
          leadDays: null,
          priceCentsPerHour: null,
          evidence: 'declared',
        },
      ],
    });
  });

  test('a row without a process is left out, and a fault finds the row that was typed', () => {
    const form = sent();
    form.set('cap.0.process', '');
    expect(equipmentOf(form).capabilities).toHaveLength(1);
    expect(
      faultsOf(
        { 'input.capabilities.0.maxThicknessMm': 'max', 'input.terms.rateCents': 'min', 'input.name': 'length' },
        form,
      ),
    ).toEqual({
      'cap.1.thickness': 'max',
      rate: 'min',
      name: 'length',
    });
    expect(rowsIn(valuesOfEquipment(machine))).toBe(5);
  });
});
