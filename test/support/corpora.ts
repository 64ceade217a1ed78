import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/folders.mjs';

const corpora = inRoot('../shared/corpora');

/** Whether the outside corpora stand beside the project; tests that read them are skipped, and say so, where they do not. */
export const haveCorpora = existsSync(corpora);

/** A file of the outside corpora, as text. */
export const corpus = (path: string): string => readFileSync(`${corpora}/${path}`, 'utf8');
