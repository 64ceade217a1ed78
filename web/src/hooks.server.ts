import { dev } from '$app/environment';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { mergeBasket } from '$lib/basket/basket.server.ts';
import { graphFor } from '$lib/graph/graph.server.ts';
import { pickLocale } from '$lib/i18n/locale.ts';
import { viewerOf } from '$lib/identity/viewer.server.ts';
import { allowing } from '$lib/map/tiles.ts';
import { tiles } from '$lib/map/tiles.server.ts';
import { sheetOf, STYLES } from '$lib/shell/style-attributes.server.ts';

const themes = ['light', 'dark'] as const;
const actingShape = /^(workshop|firm|network|person):[\w-]{1,64}$/;

/** A page of somebody who is signed in is kept nowhere: the next at this computer finds nothing by going back. */
const session = /(?:^|; )(?:__Host-)?maillage\.session_token=/;

export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, locals, request } = event;
  const acting = cookies.get('acting');
  locals.requestId = crypto.randomUUID();
  locals.locale = pickLocale(cookies.get('locale'), request.headers.get('accept-language'));
  locals.theme = themes.find((theme) => theme === cookies.get('theme'));
  locals.acting = acting && actingShape.test(acting) ? acting : undefined;
  locals.setCookies = [];
  locals.graph = graphFor(event);
  let viewer: ReturnType<typeof viewerOf> | undefined;
  locals.viewer = () => (viewer ??= viewerOf(event));
  if (cookies.get('panier')) await mergeBasket(event);

  let hash = '';
  const response = await resolve(event, {
    transformPageChunk: ({ html: written }) => {
      const { html, css, hash: ofSheet } = sheetOf(written);
      if (html.includes(STYLES)) hash = ofSheet;
      return html
        .replace(STYLES, () => css)
        .replace('%maillage.lang%', locals.locale)
        .replace('%maillage.theme%', locals.theme ? `data-theme="${locals.theme}"` : '');
    },
    filterSerializedResponseHeaders: (name) => name === 'content-type',
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && path.includes('radio-canada')),
  });
  const policy = response.headers.get('content-security-policy');
  if (policy) {
    // While developing, Vite writes styles that no hash can name, and one hash would shut them out.
    const styled = hash && !dev ? policy.replace(/style-src /, `style-src 'sha256-${hash}' `) : policy;
    response.headers.set('content-security-policy', allowing(styled, tiles()));
  }
  for (const line of locals.setCookies) response.headers.append('set-cookie', line);
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (isPage) {
    response.headers.set('content-type', 'text/html; charset=utf-8');
    response.headers.append('vary', 'cookie, accept-language');
  }
  if (session.test(request.headers.get('cookie') ?? '')) response.headers.set('cache-control', 'private, no-store');
  else if (isPage && !response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  return response;
};

/** The visitor sees an id; the log holds what happened under it. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  const id = event.locals.requestId;
  if (status >= 500) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(JSON.stringify({ level: 'error', id, route: event.route.id, status, cause }));
  }
  return { message, id };
};
