/** The zones of the territories that the networks cover, and the time zone of who comes from elsewhere. */
const known = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Reunion',
  'Indian/Mayotte',
  'America/Miquelon',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
];

const nameOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** What a choice of zones offers, with the one that holds now. */
export const zoneOptions = (now: string): { value: string; label: string }[] =>
  [...new Set([...known, now])].map((value) => ({ value, label: nameOf(value) }));
