/** The words that any page may need; those of `../sections.ts` come with the pages that read them. */
export { agenda } from './agenda.ts';
export { basket } from './basket.ts';
export { common } from './common.ts';
export { counter } from './counter.ts';
export { exports } from './exports.ts';
export { happenings } from './happenings.ts';
export { home } from './home.ts';
export { map } from './map.ts';
export { pages } from './pages.ts';
export { fieldRules, refusals } from './refusals.ts';
export { shell } from './shell.ts';
