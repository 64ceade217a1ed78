import type { Messages } from '../fr.ts';
import { en as plural } from '../plural.ts';

export const balance = {
  title: 'Balance',
  of: (name) => `Balance of ${name}`,
  lead: 'What the workshop lent, gave and taught, and what it had from others. Each loan and each part counts once.',
  period: 'Period',
  between: (from, until) => `${from} to ${until}`,
  thisYear: 'This year',
  lastYear: 'Last year',
  from: 'From',
  until: 'To',
  show: 'Show this period',
  print: 'Print',
  inMoney: 'Money in',
  outMoney: 'Money out',
  purchases: 'Group purchases, to suppliers',
  saved: 'Kept out of the bin',
  kg: (amount) => `${amount}\u00A0kg`,
  unweighed: (count) =>
    `${count} ${plural(count, 'lot received whose weight nobody knows', 'lots received whose weight nobody knows')}, not counted.`,
  sides: {
    given: 'Given to others',
    taken: 'Had from others',
    together: 'Done together',
  },
  none: {
    given: 'Nothing left the workshop in this period.',
    taken: 'Nothing was borrowed, received or learned in this period.',
    together: 'No group purchase and no shared job in this period.',
  },
  lines: {
    given: {
      equipment: 'Machines lent',
      trainer: 'Trainers lent',
      material: 'Materials given',
      training: 'Seats taught',
    },
    taken: {
      equipment: 'Machines borrowed',
      trainer: 'Trainers borrowed',
      material: 'Materials received',
      training: 'Seats taken',
    },
    together: { purchase: 'Group purchases', job: 'Shares of jobs' },
  },
  columns: {
    what: 'What',
    parts: 'Times',
    quantity: 'How much',
    among: 'Of this, to workshops',
    money: 'Euros',
  },
  units: {
    hour: (count) => plural(count, 'hour on site', 'hours on site'),
    day: (count) => plural(count, 'day away', 'days away'),
  },
  rules: [
    'A loan counts on the day of its hand-over, for as long as was agreed. Taken away, it counts in days of 24 hours.',
    'Material counts on the day of receipt, a seat on the day somebody sat on it, a group purchase on the day of the order.',
    'A share of a job counts when the job is filled by the end of the period.',
  ],
  made: (date) => `Drawn up on ${date} by Maillage.`,
} satisfies Messages['balance'];
