import { isRomeTitle, romeTitles } from '$schema/rome.ts';

interface Job {
  name: string;
  description: string;
  decideAt?: string | null;
  facts: readonly { name: string; number?: number | null; text?: string | null }[];
  /** Who offers it, where none of its workshops does. */
  network?: { name: string } | null;
  workshop: { name: string; city: string; postalCode: string; address: string };
}
interface Around {
  /** Of its page. */
  address: string;
  published: string;
  sites: readonly { city: string }[];
}

/** Words of schema.org for the contracts of the table. */
const employment: Record<string, string> = {
  cdi: 'FULL_TIME',
  cdd: 'TEMPORARY',
  apprenticeship: 'INTERN',
  freelance: 'CONTRACTOR',
};

const place = (addressLocality: string, more: object = {}) => ({
  '@type': 'Place',
  address: { '@type': 'PostalAddress', addressLocality, addressCountry: 'FR', ...more },
});

/**
 * A published job for search engines, as JSON-LD (schema.org JobPosting): safe inside a script element, since no sign of
 * it can end one.
 */
export function jobPosting(job: Job, { address, published, sites }: Around): string {
  const said = (name: string) => job.facts.find((fact) => fact.name === name);
  const offerer = job.network?.name ?? job.workshop.name;
  const code = said('title')?.text ?? '';
  const title = isRomeTitle(code) ? romeTitles[code] : undefined;
  const [low, high] = [said('payFrom')?.number, said('payTo')?.number];
  const skills = said('skills')?.text;
  const start = said('start')?.text;
  const cities = [...new Set(sites.map(({ city }) => city))].filter((city) => city !== job.workshop.city);
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: job.name,
    description: [job.description, skills].filter(Boolean).join('\n\n') || job.name,
    identifier: { '@type': 'PropertyValue', name: offerer, value: address },
    datePosted: published.slice(0, 10),
    hiringOrganization: { '@type': 'Organization', name: said('employer')?.text ?? offerer },
    jobLocation: [
      place(job.workshop.city, { postalCode: job.workshop.postalCode, streetAddress: job.workshop.address }),
      ...cities.map((city) => place(city)),
    ],
    employmentType: employment[said('contract')?.text ?? ''] ?? 'OTHER',
    directApply: true,
    url: address,
    ...(title && {
      occupationalCategory: { '@type': 'CategoryCode', codeValue: title.rome, name: title.fr, inCodeSet: 'ROME' },
    }),
    ...(skills && { skills }),
    ...(start && { jobStartDate: start }),
    ...((low || high) && {
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'EUR',
        value: {
          '@type': 'QuantitativeValue',
          unitText: 'MONTH',
          minValue: (low ?? high)! / 100,
          maxValue: (high ?? low)! / 100,
        },
      },
    }),
  };
  return JSON.stringify(posting).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
