import { expect, test } from 'vitest';
import { jobFeed } from '$lib/jobs/feed.ts';
import { jobPosting } from '$lib/jobs/posting.ts';

const workshop = { name: 'L’Atelier & Cie', city: 'Blois', postalCode: '41000', address: '1 rue des Essais' };
const job = {
  name: 'Fablab manager </script><script>alert(1)</script>',
  description: 'Accueillir & former.',
  facts: [
    { name: 'title', text: '510621' },
    { name: 'employer', text: 'Groupement du Val de Loire' },
    { name: 'contract', text: 'cdi' },
    { name: 'start', text: '2027-01-04' },
    { name: 'payFrom', number: 220_000 },
    { name: 'payTo', number: 260_000 },
  ],
  workshop,
};

test('a job is said to search engines as schema.org wants it, and cannot end its element', () => {
  const address = 'https://maillage.example/postes/1';
  const json = jobPosting(job, {
    address,
    published: '2026-11-23T08:00:00.000Z',
    sites: [workshop, { city: 'Tours' }],
  });
  expect(json).not.toMatch(/[<>&]/);
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'JobPosting',
    title: job.name,
    datePosted: '2026-11-23',
    url: address,
    employmentType: 'FULL_TIME',
    jobStartDate: '2027-01-04',
    hiringOrganization: { name: 'Groupement du Val de Loire' },
    occupationalCategory: { codeValue: 'M1305', inCodeSet: 'ROME' },
    jobLocation: [{ address: { addressLocality: 'Blois' } }, { address: { addressLocality: 'Tours' } }],
    baseSalary: { currency: 'EUR', value: { minValue: 2200, maxValue: 2600, unitText: 'MONTH' } },
  });
});

test('a job of a network is said under the name of the network, at the address where it is based', () => {
  const network = { name: 'Réseau du Val de Loire' };
  const address = 'https://maillage.example/postes/1';
  const facts = job.facts.filter(({ name }) => name !== 'employer');
  const json = jobPosting({ ...job, facts, network }, { address, published: '2026-11-23T08:00:00.000Z', sites: [] });
  expect(JSON.parse(json)).toMatchObject({
    identifier: { name: network.name },
    hiringOrganization: { name: network.name },
    jobLocation: [{ address: { addressLocality: 'Blois' } }],
  });
  const feed = jobFeed('https://maillage.example', 'Postes', [
    { ...job, network, id: 'a', updatedAt: '2026-11-20T08:00:00.000Z' },
  ]);
  expect(feed).toContain('<author><name>Réseau du Val de Loire</name></author>');
});

test('the feed names each job, the last changed first, with every sign escaped', () => {
  const entry = (id: string, updatedAt: string) => ({ ...job, id, updatedAt });
  const feed = jobFeed('https://maillage.example', 'Postes', [
    entry('a', '2026-11-20T08:00:00.000Z'),
    entry('b', '2026-11-23T08:00:00.000Z'),
  ]);
  expect(feed).not.toContain('<script>');
  expect(feed).toContain('<author><name>L’Atelier &#38; Cie</name></author>');
  expect([...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)).toEqual([
    'https://maillage.example/postes/flux.xml',
    'https://maillage.example/postes/b',
    'https://maillage.example/postes/a',
  ]);
  expect(feed).toContain('<updated>2026-11-23T08:00:00.000Z</updated>');
});
