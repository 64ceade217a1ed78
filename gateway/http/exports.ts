import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { type Locale, locales } from '../../schema/vocabulary.ts';
import type { App } from '../app.ts';
import { type Days, exportNames } from '../modules/export/export.table.ts';
import { parseParty } from '../modules/identity/viewer.ts';
import { notFound, Refusal } from '../platform/refusal.ts';
import { refused } from './answers.ts';

const headersOf = ({ headers }: Request) => new Headers(headers as Record<string, string>);

/** Everything stored about whoever asks. */
const personalFile = 'mes-donnees.json';

/** The language chosen on the pages, else that of the browser. */
const localeOf = ({ headers }: Request, asked: Locale): Locale => {
  const chosen = /(?:^|;\s*)locale=(\w+)/.exec(headers.cookie ?? '')?.[1];
  return locales.find((locale) => locale === chosen) ?? asked;
};

const day = (asked: unknown) => (typeof asked === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : undefined);

/** `from` and `until`, where both are said. */
function daysOf({ query }: Request): Days | undefined {
  const [from, until] = [day(query.from), day(query.until)];
  return from && until ? { from, until } : undefined;
}

async function send(response: Response, file: string, type: string, body: AsyncIterable<string>): Promise<void> {
  response.status(200).set({
    'content-type': type,
    'content-disposition': `attachment; filename="${file}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  // Whoever downloads may leave in the middle: the cursor behind is then closed.
  await pipeline(Readable.from(body), response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

async function sayNo(response: Response, refusal: Refusal): Promise<void> {
  const answer = refused(refusal);
  response
    .status(answer.status)
    .set('cache-control', 'no-store')
    .type('json')
    .send(await answer.text());
}

/**
 * `GET /exports/NAME.csv?for=workshop:ID`: a table of the party’s own, in the language of the pages, of some days with
 * `from` and `until`;
 * `GET /exports/mes-donnees.json`: everything stored about whoever asks.
 */
export function exportsRoute(app: Pick<App, 'services' | 'contextFor'>): RequestHandler {
  return async (request, response, next) => {
    try {
      const context = await app.contextFor(headersOf(request));
      if (request.params.file === personalFile) {
        const pieces = await app.services.personalFile.open(context.viewer);
        return await send(response, personalFile, 'application/json; charset=utf-8', pieces);
      }
      const locale = localeOf(request, context.locale);
      const name = exportNames.find((known) => `${known}.csv` === request.params.file);
      const party = parseParty(typeof request.query.for === 'string' ? request.query.for : undefined);
      if (!name || !party) throw notFound('export');
      const days = daysOf(request);
      const { file, lines } = await app.services.exports.open(context.viewer, name, party, locale, days);
      await send(response, file, 'text/csv; charset=utf-8', lines);
    } catch (error) {
      if (error instanceof Refusal && !response.headersSent) await sayNo(response, error);
      else next(error);
    }
  };
}
