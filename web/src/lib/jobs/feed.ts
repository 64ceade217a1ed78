interface Entry {
  id: string;
  name: string;
  description: string;
  updatedAt: string;
  network?: { name: string } | null;
  workshop: { name: string; city: string };
}

const escaped = (text: string) =>
  text
    // Signs that XML 1.0 does not know, even escaped.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The published jobs as an Atom feed (RFC 4287), the last changed first. */
export function jobFeed(origin: string, title: string, jobs: readonly Entry[]): string {
  const sorted = [...jobs].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const self = `${origin}/postes/flux.xml`;
  const entries = sorted.map(
    ({ id, name, description, updatedAt, network, workshop }) => `  <entry>
    <id>${escaped(`${origin}/postes/${id}`)}</id>
    <title>${escaped(name)}</title>
    <link rel="alternate" type="text/html" href="${escaped(`${origin}/postes/${id}`)}"/>
    <updated>${escaped(updatedAt)}</updated>
    <author><name>${escaped((network ?? workshop).name)}</name></author>
    <summary>${escaped([workshop.city, description].filter(Boolean).join('. '))}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${escaped(self)}</id>
  <title>${escaped(title)}</title>
  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
  <link rel="alternate" type="text/html" href="${escaped(`${origin}/postes`)}"/>
  <updated>${escaped(sorted[0]?.updatedAt ?? '2026-01-01T00:00:00.000Z')}</updated>
${entries.join('')}</feed>
`;
}
