import type { LayoutLoad } from './$types';
import { loadMessages } from '$lib/i18n/index.ts';

export const load: LayoutLoad = async ({ data }) => ({ ...data, messages: await loadMessages(data.locale) });
