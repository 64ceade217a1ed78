import * as everywhere from './fr/everywhere.ts';
import { desk } from './fr/desk.ts';
import { intake } from './fr/intake.ts';
import { notices } from './fr/notices.ts';
import { privacy } from './fr/privacy.ts';
import { production } from './fr/production.ts';

/** The source of the words: its shape is the type that every other language must fill. One file per feature. */
export const fr = { ...everywhere, desk, intake, notices, privacy, production };

export type Messages = typeof fr;
