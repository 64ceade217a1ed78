import {
  type Archetype,
  type ArchetypeAnswers,
  archetypeNames,
  archetypeQuestions,
  type ArchetypeQuestion,
  archetypes,
} from './vocabulary.ts';

export type Answers = { [Q in ArchetypeQuestion]?: string | null };

export const questions = Object.keys(archetypeQuestions) as ArchetypeQuestion[];

/** Who founded a workshop has no order; every other question goes from one end to the other. */
const ordered = (question: ArchetypeQuestion) => question !== 'origin';

/** Steps between two answers to a question: 0 the same, 1 neighbours, 2 opposite or simply other. */
function steps(question: ArchetypeQuestion, a: string, b: string): number {
  const choices: readonly string[] = archetypeQuestions[question];
  if (a === b) return 0;
  return ordered(question) ? Math.abs(choices.indexOf(a) - choices.indexOf(b)) : 2;
}

/** The known answers among those given: what the study does not know is left out. */
export const knownAnswers = (answers: Answers): Partial<ArchetypeAnswers> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answers[question];
      const choices: readonly string[] = archetypeQuestions[question];
      return answer && choices.includes(answer) ? [[question, answer]] : [];
    }),
  );

export interface Resemblance {
  archetype: Archetype;
  /** 0 is the archetype itself, `farthest` its contrary. */
  distance: number;
}

export const farthest = 2 * questions.length;

/** How far a workshop stands from each archetype, the nearest first; none until all five questions are answered. */
export function resemblances(answers: Answers): Resemblance[] {
  const known = knownAnswers(answers);
  if (questions.some((question) => known[question] === undefined)) return [];
  return archetypeNames
    .map((archetype) => ({
      archetype,
      distance: questions.reduce((sum, each) => sum + steps(each, known[each]!, archetypes[archetype][each]), 0),
    }))
    .sort(
      (a, b) => a.distance - b.distance || archetypeNames.indexOf(a.archetype) - archetypeNames.indexOf(b.archetype),
    );
}

/** The one a workshop chose, or else the one that it resembles most. */
export const archetypeOf = (answers: Answers, chosen?: Archetype | null): Archetype | undefined =>
  chosen ?? resemblances(answers)[0]?.archetype;
