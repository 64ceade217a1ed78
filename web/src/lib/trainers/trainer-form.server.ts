import { kinds } from '$schema/kinds.ts';
import { levels, skillFamilies, skillIds, skillLevels, skills } from '$schema/skills.ts';
import { audiences, type Locale, pricings } from '$schema/vocabulary.ts';
import { text, typedFigure, type Values } from '../forms/values.ts';
import { readHours } from '../workshop/workshop-form.ts';
import type { Trainer } from './trainer.server.ts';

/** What the form lets choose from. */
export const choicesOf = (locale: Locale) => ({
  families: Object.entries(skillFamilies).map(([family, names]) => ({
    name: names[locale],
    skills: skillIds
      .filter((id) => skills[id].family === family)
      .map((id) => ({ id, name: skills[id][locale] }))
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
  })),
  levels: levels.map((level) => ({ value: String(level), label: skillLevels[level][locale] })),
  pricings: [...pricings],
  audiences: [...audiences],
  languages: [...kinds.trainer.facts.languages.of],
});

function euros(cents: number, locale: Locale): string {
  const typed = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return cents === 0 ? '' : locale === 'fr' ? typed.replace('.', ',') : typed;
}

/** What is said of somebody, as the fields of the form. */
export const valuesOfTrainer = (
  { name, description, teaches, languages, radius, perKm, terms, employment }: Trainer,
  locale: Locale,
): Values => ({
  name,
  description,
  ...Object.fromEntries(teaches.map(({ id, level }) => [`niveau.${id}`, String(level)])),
  langue: languages,
  radius: String(radius),
  perKm: euros(perKm, locale),
  pricing: terms.pricing,
  rate: euros(terms.rateCents, locale),
  audience: terms.audience,
  noticeHours: String(terms.noticeHours),
  longestHours: String(terms.longestHours),
  holdHours: String(terms.holdHours),
  conditions: terms.conditions,
  employment,
});

const cents = (form: FormData, name: string) => Math.round(typedFigure(text(form, name)) * 100);

const whole = (form: FormData, name: string) => Math.round(typedFigure(text(form, name)));

/** What a form says of somebody, as the gateway wants it. */
export function trainerIn(form: FormData) {
  const taught = skillIds.flatMap((id) => {
    const level = text(form, `niveau.${id}`);
    return level ? [`${id}.${level}`] : [];
  });
  const languages = form
    .getAll('langue')
    .filter((id) => typeof id === 'string')
    .join(',');
  return {
    name: text(form, 'name'),
    description: text(form, 'description'),
    facts: [
      { name: 'teaches' as const, text: taught.join(',') },
      ...(languages ? [{ name: 'languages' as const, text: languages }] : []),
      { name: 'radius' as const, number: typedFigure(text(form, 'radius')) },
      { name: 'perKm' as const, number: cents(form, 'perKm') },
      { name: 'employment' as const, text: text(form, 'employment') },
    ],
    terms: {
      pricing: pricings.find((one) => one === text(form, 'pricing')) ?? pricings[0],
      rateCents: cents(form, 'rate'),
      audience: audiences.find((one) => one === text(form, 'audience')) ?? audiences[0],
      noticeHours: whole(form, 'noticeHours'),
      longestHours: whole(form, 'longestHours'),
      holdHours: whole(form, 'holdHours'),
      conditions: text(form, 'conditions'),
    },
    hours: readHours(form),
  };
}
