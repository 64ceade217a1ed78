import { type SkillLevel, skillLevels, skills, taughtIn } from '$schema/skills.ts';
import type { Locale } from '$schema/vocabulary.ts';
import { graphql } from '../graph/generated/index.ts';
import type { TrainerViewFragment } from '../graph/generated/graphql.ts';

graphql(`
  fragment TrainerView on Resource {
    id
    name
    description
    status
    use
    canManage
    terms {
      pricing
      rateCents
      audience
      automatic
      noticeHours
      longestHours
      holdHours
      conditions
    }
    facts {
      name
      number
      text
    }
    person {
      id
      name
    }
    hours {
      day
      from
      to
    }
    workshop {
      id
      name
      slug
      city
      timeZone
    }
  }
`);

/** What one can do afterwards, as the rest of a line. */
function reachesOf(locale: Locale, level: SkillLevel): string {
  const said = skillLevels[level][locale];
  return said.charAt(0).toLocaleLowerCase(locale) + said.slice(1);
}

export type Trainer = ReturnType<typeof trainerOf>;

/** A trainer as pages show them: skills in words, figures as figures. */
export function trainerOf(row: TrainerViewFragment, locale: Locale) {
  const said = new Map(row.facts.map(({ name, number, text }) => [name, number ?? text ?? '']));
  const taught = taughtIn(String(said.get('teaches') ?? '')) ?? [];
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    status: row.status,
    canManage: row.canManage,
    terms: row.terms,
    personId: row.person?.id ?? '',
    workshop: row.workshop,
    hours: row.hours,
    teaches: taught.map(({ id, level }) => ({
      id,
      name: skills[id][locale],
      level,
      reaches: reachesOf(locale, level),
    })),
    languages: String(said.get('languages') ?? '')
      .split(',')
      .filter(Boolean),
    radius: Number(said.get('radius') ?? 0),
    perKm: Number(said.get('perKm') ?? 0),
    employment: String(said.get('employment') ?? ''),
  };
}
