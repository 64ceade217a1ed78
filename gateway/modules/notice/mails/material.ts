import type { Measure } from '../../../../schema/kinds.ts';
import { kinds, type KindName } from '../../../../schema/kinds.ts';
import { isMaterial, materials } from '../../../../schema/taxonomy.ts';
import type { Locale } from '../../../../schema/vocabulary.ts';
import type { MailParams, MailWords } from '../mails.ts';
import { measureWords } from './sharing.ts';
import { said } from './words.ts';

const N = '\u00a0';

function figures(params: MailParams, locale: Locale) {
  const material = said(params.material);
  const format = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB');
  const amount = (value: MailParams[string] | undefined) => {
    const quantity = Number(value ?? 0);
    const [one, more] = measureWords[locale][params.measure as Measure] ?? ['', ''];
    return `${format.format(quantity)}${N}${quantity < 2 && (locale === 'fr' || quantity === 1) ? one : more}`;
  };
  return {
    material: isMaterial(material) ? materials[material][locale] : material,
    count: Number(params.count ?? 0),
    lots: said(params.lots),
    lot: said(params.lot),
    place: said(params.place),
    workshop: said(params.workshop),
    city: said(params.city),
    name: said(params.name),
    came: amount(params.quantity),
    left: Number(params.left ?? 0) > 0 ? amount(params.left) : '',
    note: said(params.note),
  };
}

type Say = (said: ReturnType<typeof figures>) => [subject: string, ...lines: (string | false)[]];

const wording = (
  path: (params: MailParams) => string,
  words: Record<Locale, { say: Say; label: string }>,
): MailWords => {
  const compose = (locale: Locale) => (params: MailParams) => {
    const facts = figures(params, locale);
    const { say, label } = words[locale];
    const [subject, ...lines] = say(facts);
    const note = locale === 'fr' ? `Message${N}: «${N}${facts.note}${N}»` : `Message: “${facts.note}”`;
    return {
      subject,
      lines: [...lines, facts.note && note].filter((line) => typeof line === 'string' && line !== '') as string[],
      button: { label, path: path(params) },
    };
  };
  return { fr: compose('fr'), en: compose('en') };
};

const need = ({ need: id }: MailParams) => `/besoins/${encodeURIComponent(said(id))}`;
const listing = ({ listing: id, kind }: MailParams) =>
  `/${kinds[kind as KindName].path}/${encodeURIComponent(said(id))}`;

/** Mails about materials looked for, and about what came in of group purchases. */
export const materialMails = {
  'material.found': wording(need, {
    fr: {
      say: (s) => [
        s.count === 1
          ? `Un lot répond à votre recherche${N}: ${s.material}`
          : `${s.count} lots répondent${N}: ${s.material}`,
        s.count === 1
          ? `Vous cherchez${N}: ${s.material}. Un lot y répond${N}: ${s.lots}.`
          : `Vous cherchez${N}: ${s.material}. ${s.count} lots y répondent, dont${N}: ${s.lots}.`,
        'Rien n’est mis de côté pour vous. La page compare chaque lot à ce que vous cherchez.',
      ],
      label: 'Voir les lots',
    },
    en: {
      say: (s) => [
        s.count === 1 ? `A lot answers your search: ${s.material}` : `${s.count} lots answer: ${s.material}`,
        s.count === 1
          ? `You are looking for ${s.material}. A lot answers: ${s.lots}.`
          : `You are looking for ${s.material}. ${s.count} lots answer, among them: ${s.lots}.`,
        'Nothing is set aside for you. The page compares each lot with what you look for.',
      ],
      label: 'See the lots',
    },
  }),
  'material.wanted': wording(need, {
    fr: {
      say: (s) => [
        s.count === 1
          ? `Quelqu’un cherche ce que vous avez${N}: ${s.lot}`
          : `${s.count} recherches pour votre lot${N}: ${s.lot}`,
        s.count === 1
          ? `On cherche ${s.material}, près de ${s.place}. Votre lot y répond${N}: ${s.lot}.`
          : `${s.count} recherches trouvent réponse dans votre lot ${s.lot}, la plus proche près de ${s.place}.`,
        'Ceux qui cherchent sont prévenus aussi. Vous pouvez leur écrire depuis la page.',
      ],
      label: 'Voir la recherche',
    },
    en: {
      say: (s) => [
        s.count === 1 ? `Somebody looks for what you have: ${s.lot}` : `${s.count} searches for your lot: ${s.lot}`,
        s.count === 1
          ? `Somebody looks for ${s.material}, near ${s.place}. Your lot answers: ${s.lot}.`
          : `Your lot ${s.lot} answers ${s.count} searches, the nearest near ${s.place}.`,
        'Those who look are told as well. You can write to them from the page.',
      ],
      label: 'See the search',
    },
  }),
  'material.answered': wording(need, {
    fr: {
      say: (s) => [
        `${s.workshop} vous répond${N}: ${s.material}`,
        s.lot
          ? `${s.workshop}, à ${s.city}, vous propose${N}: ${s.lot}.`
          : `${s.workshop}, à ${s.city}, répond à votre recherche (${s.material}).`,
      ],
      label: 'Voir la réponse',
    },
    en: {
      say: (s) => [
        `${s.workshop} answers you: ${s.material}`,
        s.lot
          ? `${s.workshop}, in ${s.city}, offers you ${s.lot}.`
          : `${s.workshop}, in ${s.city}, answers your search (${s.material}).`,
      ],
      label: 'See the answer',
    },
  }),
  'purchase.delivered': wording(listing, {
    fr: {
      say: (s) => [
        `Arrivé${N}: ${s.name}, ${s.came}`,
        `${s.came} de ${s.name} sont à ${s.workshop}, à ${s.city}.`,
        s.left ? `Reste à venir${N}: ${s.left}.` : 'Tout est là. Venez chercher votre part, puis notez-la reçue.',
      ],
      label: 'Voir l’achat',
    },
    en: {
      say: (s) => [
        `Arrived: ${s.name}, ${s.came}`,
        `${s.came} of ${s.name} are at ${s.workshop}, in ${s.city}.`,
        s.left ? `Still to come: ${s.left}.` : 'All of it is there. Collect your part, then note it as received.',
      ],
      label: 'See the purchase',
    },
  }),
} as const satisfies Record<string, MailWords>;
