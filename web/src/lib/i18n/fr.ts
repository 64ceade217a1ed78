import { common } from './fr/common.ts';
import { home } from './fr/home.ts';
import { identity } from './fr/identity.ts';
import { map } from './fr/map.ts';
import { pages } from './fr/pages.ts';
import { fieldRules, refusals } from './fr/refusals.ts';
import { shell } from './fr/shell.ts';

/** The source of the words: its shape is the type that every other language must fill. One file per feature. */
export const fr = { common, shell, home, map, pages, identity, refusals, fieldRules };

export type Messages = typeof fr;
