import type { LayoutLoad } from './$types';
import { loadMessages } from '$lib/i18n/index.ts';

export const load: LayoutLoad = async ({ data, url }) => ({
  ...data,
  messages: await loadMessages(data.locale, url.pathname),
});
