import type { ParamMatcher } from '@sveltejs/kit';
import { kindAt } from '$lib/sharing/kinds.ts';

/** The folders of what is counted: the table of kinds says which. */
export const match: ParamMatcher = (folder) => kindAt(folder) !== undefined;
