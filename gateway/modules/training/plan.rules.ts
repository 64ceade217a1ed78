import { covers, type Skill } from '../../../schema/training.ts';
import type { SkillPlan } from './demand.entity.ts';

/** So many refusals, or wishes, for one skill. */
export interface Asked extends Skill {
  name: string;
  refused: number;
  wished: number;
}

/** A session to come, with the seats that are left. */
export interface Given extends Skill {
  listingId: string;
  name: string;
  from: Date;
  seats: number;
}

const keyOf = ({ skill, level }: Skill) => `${skill} ${level}`;

/**
 * Skills asked for against skills given: what is missing most comes first. A session answers its level and those below, so
 * its seats stand beside each of them; a skill that is given and that nobody asks for is there too.
 */
export function planOf(asked: readonly Asked[], given: readonly Given[]): SkillPlan[] {
  const rows = new Map<string, Asked>();
  for (const one of asked) {
    const row = rows.get(keyOf(one)) ?? { ...one, refused: 0, wished: 0 };
    rows.set(keyOf(one), { ...row, refused: row.refused + one.refused, wished: row.wished + one.wished });
  }
  for (const { skill, level, name } of given)
    if (!rows.has(keyOf({ skill, level })))
      rows.set(keyOf({ skill, level }), { skill, level, name, refused: 0, wished: 0 });
  return [...rows.values()]
    .map((row): SkillPlan => {
      const sessions = given
        .filter((session) => covers(session, row))
        .sort((a, b) => a.from.getTime() - b.from.getTime());
      const seats = sessions.reduce((sum, session) => sum + session.seats, 0);
      const [next] = sessions.filter((session) => session.seats > 0);
      return {
        ...row,
        seats,
        sessions: sessions.length,
        missing: Math.max(0, row.refused + row.wished - seats),
        ...(next && { nextAt: next.from, nextId: next.listingId }),
      };
    })
    .sort(
      (a, b) =>
        b.missing - a.missing ||
        b.refused + b.wished - (a.refused + a.wished) ||
        (a.skill < b.skill ? -1 : a.skill > b.skill ? 1 : a.level - b.level),
    );
}
