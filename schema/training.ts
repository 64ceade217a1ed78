import { isSkill, resolveSkill, skills, skillSpellings } from './skills.ts';
import type { Locale } from './vocabulary.ts';

/** The words of training and accreditations that the gateway and the web both know. */

/** Where an accreditation stands: only a valid one opens anything. `aged`: too old; `idle`: not used for too long. */
export const accreditationStates = ['valid', 'aged', 'idle', 'revoked'] as const;
export type AccreditationState = (typeof accreditationStates)[number];

/** What is said of who sat on a seat, once the session has begun. */
export const seatMarks = ['present', 'absent', 'certified'] as const;
export type SeatMark = (typeof seatMarks)[number];

export const trainingLimits = { months: 120, policies: 40, recognised: 200, seats: 500 } as const;

/** What somebody can do, and how far: level 2 does what level 1 does. Level 0: no level is said. */
export interface Skill {
  /** Its id in the shared list; what is not in it, without accents or capitals. What is compared. */
  skill: string;
  level: number;
}

/** Two spellings of one name are one: capitals, accents and spaces do not count. */
export const foldedName = (name: string) =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

const LEVELLED = /^(.+?),? (?:niveau|level|niv\.?) (\d)$/i;

/** The name without its level, as it was said. */
export const withoutLevel = (name: string): string => {
  const said = name.trim().replace(/\s+/g, ' ');
  return LEVELLED.exec(said)?.[1] ?? said;
};

/**
 * Reads a name as machines ask for it: "Laser niveau 1" is level 1 of `laser`. The shared list says which skill a name is,
 * in whichever language and spelling; a name that it lacks is compared as it is written.
 */
export function skillOf(name: string): Skill {
  const bare = withoutLevel(name);
  const [, , level] = LEVELLED.exec(name.trim().replace(/\s+/g, ' ')) ?? [];
  return { skill: resolveSkill(bare) ?? foldedName(bare), level: Number(level ?? 0) };
}

/** Every way in which a skill may have been written, itself first. */
export const spellingsOf = (skill: string): string[] =>
  isSkill(skill) ? [...new Set([skill, ...skillSpellings(skill)])] : [skill];

/** The skill that a session gives by its facts: its level may stand beside the name, or in it. */
export function skillGiven({ skill, level }: { skill?: string | number; level?: string | number }): Skill | undefined {
  if (typeof skill !== 'string' || foldedName(skill) === '') return undefined;
  const said = skillOf(skill);
  return typeof level === 'number' ? { skill: said.skill, level: Math.round(level) } : said;
}

/** The name under which it is issued: as it is said, with its level. */
export function skillName(skill: string, level: number): string {
  const name = isSkill(skill) ? skills[skill].fr : skill.trim().replace(/\s+/g, ' ');
  if (skillOf(name).level === level || level === 0) return name;
  return `${withoutLevel(name)} niveau ${level}`;
}

/** A name of an accreditation in the language of who reads it; as it is said where the shared list lacks it. */
export function skillNameIn(locale: Locale, name: string): string {
  const { skill, level } = skillOf(name);
  if (!isSkill(skill)) return name;
  return level === 0
    ? skills[skill][locale]
    : `${skills[skill][locale]} ${locale === 'fr' ? 'niveau' : 'level'} ${level}`;
}

/** Whether what somebody can do is enough for what is asked. */
export const covers = (has: Skill, wanted: Skill): boolean => has.skill === wanted.skill && has.level >= wanted.level;
