import type { Archetype } from '$schema/vocabulary.ts';
import type { EquipmentFilter, HitFragment, SearchPageQuery } from '../graph/generated/graphql.ts';
import { formatFor } from '../i18n/format.ts';
import { loadMessages, type Locale } from '../i18n/index.ts';
import type { Facet } from './Facets.svelte';
import type { Row } from './row.ts';
import { materialName, processName } from './names.server.ts';
import { names, one, withoutAccreditation } from './search-url.ts';

type EquipmentFacets = SearchPageQuery['searchEquipment']['facets'];
type Common = { locale: Locale; params: URLSearchParams };

/** A, B… Z, then AA: one for each workshop, in the order in which the list meets them. */
const letterOf = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : letterOf(Math.floor(n / 26) - 1) + letterOf(n % 26);

/** A name inside a sentence; MDF and PLA stay as they are. */
const inSentence = (name: string, locale: Locale): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLocaleLowerCase(locale) + name.slice(1) : name;

/** What the address of a machine's page takes over from the search: the time asked for and the piece. */
function carried(params: URLSearchParams): string {
  const next = new URLSearchParams();
  for (const name of ['from', 'until', 'use', 'x', 'y', 'z'] as const)
    if (one(params, name)) next.set(names[name], one(params, name));
  const query = next.toString();
  return query && `?${query}`;
}

export async function drawRows(hits: readonly HitFragment[], { locale, params }: Common): Promise<Row[]> {
  const { catalogue: t } = await loadMessages(locale);
  const format = formatFor(locale);
  const letters = new Map<string, string>();
  const query = carried(params);
  return hits.map((hit) => {
    const { resource } = hit;
    const { workshop, terms, envelope } = resource;
    if (!letters.has(workshop.id)) letters.set(workshop.id, letterOf(letters.size));
    const cuts = resource.capabilities
      .filter(({ material, maxThicknessMm }) => material && maxThicknessMm)
      .sort((a, b) => b.maxThicknessMm! - a.maxThicknessMm!)
      .slice(0, 2)
      .map(({ material, maxThicknessMm }) =>
        t.upTo(inSentence(materialName(locale, material!), locale), format.measure(maxThicknessMm!, 'mm')),
      );
    const sides = envelope
      ? [envelope.x, envelope.y, envelope.z].filter((side): side is number => typeof side === 'number')
      : [];
    const model = [resource.maker, resource.model].filter(Boolean).join(' ');
    const money = format.money(terms.rateCents);
    return {
      id: hit.id,
      href: `/equipements/${hit.id}${query}`,
      letter: letters.get(workshop.id)!,
      name: resource.name,
      facts: [resource.name.includes(model) ? '' : model, sides.length > 0 ? format.size(sides) : '', cuts.join(', ')]
        .filter(Boolean)
        .join(' · '),
      workshop: {
        name: workshop.name,
        city: workshop.city,
        href: `/ateliers/${workshop.slug}`,
        timeZone: workshop.timeZone,
      },
      km: hit.distanceKm ?? null,
      price: terms.pricing === 'free' ? t.free : terms.pricing === 'hourly' ? t.perHour(money) : t.perDay(money),
      use: t.use[resource.use],
      accreditation: resource.accreditation ?? null,
      units: { free: hit.freeUnits, all: resource.units.length },
      free: hit.onSite || hit.away,
      nextFree: hit.nextFree?.from ?? null,
      days: hit.availability,
      toConfirm: hit.toConfirm.map((doubt) => t.find.toConfirm[doubt]),
    };
  });
}

/** The filters beside the list, worded, with what is chosen. */
export async function drawFacets(facets: EquipmentFacets, filter: EquipmentFilter, locale: Locale): Promise<Facet[]> {
  const { catalogue: t, finding, workshop } = await loadMessages(locale);
  const format = formatFor(locale);
  const words = t.find;
  const price = typeof filter.priceMaxCentsPerHour === 'number' ? String(filter.priceMaxCentsPerHour) : '';
  return [
    {
      name: names.process,
      title: words.facets.process,
      options: facets.process.map((row) => ({
        ...row,
        label: processName(locale, row.value),
        chosen: filter.processes!.includes(row.value),
      })),
    },
    {
      name: names.material,
      title: words.facets.material,
      options: facets.material.map((row) => ({
        ...row,
        label: materialName(locale, row.value),
        chosen: filter.materials!.includes(row.value),
      })),
    },
    {
      name: names.use,
      title: words.facets.use,
      single: true,
      options: facets.use.map((row) => ({
        ...row,
        label: row.value === 'on_site' ? words.onSite : words.takeAway,
        chosen: filter.use === row.value,
      })),
    },
    {
      name: names.accreditation,
      title: words.facets.accreditation,
      options: facets.accreditation.map(({ value, count }) => ({
        value: value || withoutAccreditation,
        label: value || t.noAccreditation,
        count,
        chosen: filter.accreditations!.includes(value),
      })),
    },
    {
      name: names.price,
      title: words.facets.price,
      single: true,
      options: facets.price.map((row) => ({
        ...row,
        label: row.value === '0' ? words.priceFree : words.priceUpTo(format.money(Number(row.value))),
        chosen: price === row.value,
      })),
    },
    {
      name: names.archetype,
      title: finding.archetype,
      options: facets.archetype.map((row) => ({
        ...row,
        label: workshop.archetypes[row.value as Archetype],
        chosen: filter.archetypes!.includes(row.value as Archetype),
      })),
    },
    {
      name: names.openNow,
      title: finding.opening,
      options: [{ value: '1', label: finding.openNow, count: facets.openNow, chosen: filter.openNow === true }],
    },
  ].filter(({ options }) => options.length > 0);
}
