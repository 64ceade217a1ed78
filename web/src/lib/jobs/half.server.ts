import type { WeekHalf } from '$schema/jobs.ts';
import { jobs as en } from '../i18n/en/jobs.ts';
import { jobs as fr } from '../i18n/fr/jobs.ts';
import type { Locale } from '../i18n/locale.ts';
import { halfName } from './say.ts';

const words = { fr, en } as const;

/** mardi matin: for pages that read nothing else of the words of jobs. */
export const halfIn = (locale: Locale, half: WeekHalf): string => halfName({ jobs: words[locale] }, half);
