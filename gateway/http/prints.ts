import type { Request, RequestHandler } from 'express';
import { labelSheetSizes } from '../../schema/labels.ts';
import { locales } from '../../schema/vocabulary.ts';
import type { App } from '../app.ts';
import { Refusal } from '../platform/refusal.ts';
import { headersOf } from './graphql.ts';

const statusOf: Partial<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  LIMITED: 429,
};
const MOST_UNITS = 1_000;

const one = (request: Request, name: string): string => {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
};
const several = (request: Request, name: string): string[] =>
  [request.query[name]].flat().filter((value): value is string => typeof value === 'string');

const labelWish = (request: Request) => ({
  sheet: labelSheetSizes.find((size) => String(size) === one(request, 'par')) ?? 24,
  skip: Number.parseInt(one(request, 'depuis'), 10) || 0,
  unitIds: several(request, 'u').slice(0, MOST_UNITS),
});

/**
 * `GET /prints/loans/ID.pdf`, `GET /prints/labels/WORKSHOP.pdf?par=24&depuis=0&u=UNIT`, `GET /prints/attendance/LISTING.pdf`
 * and `GET /prints/certificates/CLAIM.pdf`: paper, for the person of the session. `lang=en` chooses the language.
 */
export function printsRoute(app: App): RequestHandler {
  const { prints, trainingPapers } = app.services;
  return async (request, response) => {
    if (request.method !== 'GET') return void response.status(405).set('allow', 'GET').end();
    const [, what, id] =
      /^\/prints\/(loans|labels|attendance|certificates)\/([\w-]{1,64})\.pdf$/.exec(request.path) ?? [];
    if (!what || !id) return void response.status(404).end();
    const { viewer, locale: usual } = await app.contextFor(headersOf(request));
    const locale = locales.find((known) => known === one(request, 'lang')) ?? usual;
    try {
      const made = {
        loans: () => prints.slip(viewer, locale, id),
        labels: () => prints.labels(viewer, locale, id, labelWish(request)),
        attendance: () => trainingPapers.attendance(viewer, locale, id),
        certificates: () => trainingPapers.certificate(viewer, locale, id),
      };
      const { name, bytes } = await made[what as keyof typeof made]();
      response
        .set({
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="${name}"`,
          'cache-control': 'private, no-store',
        })
        .send(Buffer.from(bytes));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.status(statusOf[error.code] ?? 422).json({ code: error.code, key: error.key, params: error.params });
    }
  };
}
