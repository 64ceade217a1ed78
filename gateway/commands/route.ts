import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type IntakeRefusal, type ReadRequest, readRequests } from '../modules/production/intake.rules.ts';
import type { Found } from '../modules/production/matching.service.ts';
import { reasonsFor } from '../modules/production/matching.rules.ts';
import { endOfWork } from '../modules/production/request.service.ts';
import { elapsedSince } from '../platform/clock.ts';
import type { Point } from '../platform/geo.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Command, type Kit, Usage } from './command.ts';

interface Wish {
  file: string;
  near: Point | null;
  by: Date | null;
}

function wishOf(args: readonly string[], { app }: Kit): Wish {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { near: { type: 'string' }, by: { type: 'string' } },
    });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
  const { values, positionals } = parsed;
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new Usage('Name one file of requests.');
  const place = values.near === undefined ? undefined : app.services.places.resolve(values.near)?.place;
  if (values.near !== undefined && !place)
    throw new Usage(`No place answers to "${values.near}": give a commune, a postal code, or latitude,longitude.`);
  return { file, near: place ? { lat: place.lat, lon: place.lon } : null, by: dayOf(values.by, place?.timeZone) };
}

function dayOf(text: string | undefined, timeZone: string | undefined): Date | null {
  if (text === undefined) return null;
  const wrong = new Usage(`"${text}" is not a day: write it YYYY-MM-DD, as 2026-12-12.`);
  // A day that rolls over (31 February) is read as another one: it must come back as it was written.
  const read = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!read || Number.isNaN(read.getTime()) || !read.toISOString().startsWith(text)) throw wrong;
  try {
    return endOfWork(text, timeZone);
  } catch (error) {
    throw error instanceof Refusal ? wrong : error;
  }
}

function jsonOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Usage(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Usage(`${file} is not JSON: ${(error as Error).message}`);
  }
}

const rounded = (value: number | null, decimals: number) => (value === null ? null : Number(value.toFixed(decimals)));

/** A date without an hour in the file means the end of that working day, as on the screens. */
const wholeDay = (date: Date | null) =>
  date && date.getTime() % 86_400_000 === 0 ? endOfWork(date.toISOString().slice(0, 10)) : date;

function answerOf(request: ReadRequest, { need, labs, matching, ranking }: Found) {
  const labOf = (id: string) => {
    const { name, city, departement } = labs.houses.get(id)!;
    return { id, name, city, departement };
  };
  return {
    id: request.id,
    ranked: ranking.whole().map(({ lab, score }) => ({
      lab: labOf(lab.workshopId),
      distanceKm: rounded(lab.distanceKm, 1),
      verdict: lab.verdict,
      score: rounded(score, 4),
      reasons: reasonsFor(need, lab),
    })),
    excluded: Object.fromEntries(
      matching.sieve.filter(({ removed }) => removed > 0).map(({ requirement, removed }) => [requirement, removed]),
    ),
    nearMisses: matching.nearMisses.map(({ workshopId, distanceKm, ...miss }) => ({
      lab: labOf(workshopId),
      distanceKm: rounded(distanceKm, 1),
      ...miss,
    })),
    ...(request.warnings.length > 0 ? { warnings: request.warnings } : {}),
  };
}

const unread = (id: string, reason: IntakeRefusal, text: string | null) => ({
  id,
  ranked: [],
  excluded: {},
  nearMisses: [],
  refused: { reason, text },
});

/** Ranks the labs of the database for each request of a file, and prints nothing but JSON. */
export const routeCommand: Command = {
  usage: 'FILE.json [--near 41000|"Blois"|47.59,1.33] [--by 2026-12-12]',
  async run(args, kit) {
    const { file, near, by } = wishOf(args, kit);
    const start = performance.now();
    const { requests, refused } = readRequests(jsonOf(file));
    const answers: object[] = [];
    for (const request of requests) {
      const need = {
        ...request.need,
        near: near ?? request.need.near,
        mustHaveBy: by ?? wholeDay(request.need.mustHaveBy),
      };
      const found = await kit.app.services.matching.find(need);
      answers.push(answerOf(request, found));
      kit.say(`${request.id}: ${found.ranking.length} of ${found.labs.index.labs.length} labs`);
    }
    for (const { index, id, reason, text } of refused) {
      const name = id ?? `request-${index + 1}`;
      answers.push(unread(name, reason, text));
      kit.say(`${name} is no request: ${reason}${text ? ` (${text})` : ''}`);
    }
    kit.say(`${requests.length} requests in ${elapsedSince(start)} ms`);
    kit.print(JSON.stringify(answers, null, 2));
    return refused.length > 0 ? 1 : 0;
  },
};
