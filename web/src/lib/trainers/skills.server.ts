import { levels, skillIds, skills } from '$schema/skills.ts';
import { skillNameIn, skillName } from '$schema/training.ts';
import type { Locale } from '$schema/vocabulary.ts';
import type { Choice } from '../catalogue/names.server.ts';

/** The shared list of skills, as a choice. */
export const skillChoices = (locale: Locale): Choice[] =>
  skillIds
    .map((id) => ({ value: id, label: skills[id][locale] }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));

/** What may be issued: every skill of the list at each of its levels. */
export const accreditationNames = (locale: Locale): string[] =>
  skillChoices(locale).flatMap(({ value }) => levels.map((level) => skillNameIn(locale, skillName(value, level))));
