import express, { type Router } from 'express';
import type { App } from '../app.ts';
import { stopPath } from '../modules/notice/compose.ts';
import { Refusal } from '../platform/refusal.ts';

const words = 'Fait. Ces e-mails ne partent plus. / Done. These mails do not leave any more.\n';

/**
 * The one click of RFC 8058: a mail program posts `List-Unsubscribe=One-Click` to the link of a mail, without cookies,
 * origin or session. The button of the page posts to an action, `?/…`, and is left to the page with its body unread.
 */
export function unsubscribeRoute({ services }: Pick<App, 'services'>): Router {
  const router = express.Router();
  router.post(
    `${stopPath}:token`,
    (request, _response, next) => next(request.url.includes('?/') ? 'route' : undefined),
    express.urlencoded({ extended: false, limit: '2kb' }),
    async (request, response) => {
      const { 'List-Unsubscribe': said } = (request.body ?? {}) as Record<string, unknown>;
      const answer = (status: number, text: string) =>
        void response.status(status).type('text/plain').set('cache-control', 'no-store').send(text);
      if (said !== 'One-Click') return answer(400, 'List-Unsubscribe=One-Click\n');
      try {
        await services.subscriptions.stop(request.params.token);
        answer(200, words);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        answer(404, 'Lien inconnu. / Unknown link.\n');
      }
    },
  );
  return router;
}
