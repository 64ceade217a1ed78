import type { Handle, HandleServerError } from '@sveltejs/kit';
import { graphFor } from '$lib/graph/graph.server.ts';
import { pickLocale } from '$lib/i18n/locale.ts';
import { viewerOf } from '$lib/identity/viewer.server.ts';

const themes = ['light', 'dark'] as const;
const actingShape = /^(workshop|firm|network|person):[\w-]{1,64}$/;

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
};

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

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%maillage.lang%', locals.locale)
        .replace('%maillage.theme%', locals.theme ? `data-theme="${locals.theme}"` : ''),
    filterSerializedResponseHeaders: (name) => name === 'content-type',
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && path.includes('radio-canada')),
  });
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  for (const line of locals.setCookies) response.headers.append('set-cookie', line);
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    response.headers.append('vary', 'cookie, accept-language');
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  }
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
