import { archetypeNames, type Archetype, archetypeQuestions, type ArchetypeQuestion } from '$schema/vocabulary.ts';
import { text } from '../forms/values.ts';

export const questions = Object.keys(archetypeQuestions) as ArchetypeQuestion[];
/** Rows of hours that the form draws for each day, and spare rows of closures. */
export const spansPerDay = 2;
export const spareClosures = 2;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export const spanField = (day: number, nth: number, end: 'from' | 'to') => `h${day}.${nth}.${end}`;
export const closureField = (nth: number, part: 'from' | 'to' | 'reason') => `c${nth}.${part}`;
const most = 40;

/** A field for times cannot say 24:00: midnight at the end of a span is written 00:00. */
const fromField = (end: 'from' | 'to', time: string) => (end === 'to' && time === '00:00' ? '24:00' : time);
export const toField = (time: string) => (time === '24:00' ? '00:00' : time);

/** The hours of a form: a span of which only one end is typed is sent, and refused. */
export const readHours = (form: FormData) =>
  weekdays.flatMap((day) =>
    Array.from({ length: 4 }, (_, nth) => ({
      day,
      from: text(form, spanField(day, nth, 'from')),
      to: fromField('to', text(form, spanField(day, nth, 'to'))),
    })).filter(({ from, to }) => from !== '' || to !== ''),
  );

/** What a form says of a workshop, as the gateway wants it. A span or closure of which only one end is typed is sent, and refused. */
export function readWorkshop(form: FormData) {
  const closures = Array.from({ length: most }, (_, nth) => ({
    from: text(form, closureField(nth, 'from')),
    to: text(form, closureField(nth, 'to')) || text(form, closureField(nth, 'from')),
    reason: text(form, closureField(nth, 'reason')) || null,
  })).filter(({ from, to }) => from !== '' || to !== '');
  const answers = Object.fromEntries(questions.map((question) => [question, text(form, `q.${question}`) || null]));
  const chosen = text(form, 'archetype');
  return {
    name: text(form, 'name'),
    place: text(form, 'place') || null,
    address: text(form, 'address'),
    description: text(form, 'description'),
    website: text(form, 'website') || null,
    email: text(form, 'email') || null,
    phone: text(form, 'phone') || null,
    openingHours: readHours(form),
    closures,
    answers,
    archetypeChosen: archetypeNames.find((name): name is Archetype => name === chosen) ?? null,
  };
}

/** What the fields of the form begin with. */
export interface WorkshopValues {
  name: string;
  address: string;
  description: string;
  website: string;
  email: string;
  phone: string;
  city: string;
  spans: readonly { day: number; from: string; to: string }[];
  closures: readonly { from: string; to: string; reason?: string | null }[];
  answers: { [Q in ArchetypeQuestion]?: string | null };
  archetype: Archetype | '';
}

export const blank: WorkshopValues = {
  name: '',
  address: '',
  description: '',
  website: '',
  email: '',
  phone: '',
  city: '',
  spans: [],
  closures: [],
  answers: {},
  archetype: '',
};
