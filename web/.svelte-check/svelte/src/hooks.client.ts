import type { ClientInit } from '@sveltejs/kit';
import { keepEarlyTyping } from '$lib/forms/early.ts';

export const init: ClientInit = () => keepEarlyTyping();
