import type { Messages } from '../fr.ts';

export const pages = {
  error: {
    notFound: {
      title: 'This label is off its hook',
      text: 'The page has moved or never existed. Nothing is lost in your exchanges.',
    },
    forbidden: {
      title: 'This door is not yours',
      text: 'This page is for other people or another role. Change role at the top of the page, or ask the workshop for access.',
    },
    unavailable: {
      title: 'The workshop does not answer',
      text: 'The service is stopped or restarting. Nothing was saved twice. Try again in a minute.',
    },
    failed: { title: 'The page could not open', text: 'Nothing was saved twice.' },
    id: 'Number to quote:',
    home: 'Back to the home page',
    find: 'Search for a machine',
  },
  help: {
    title: 'First steps',
    lead: 'Three moves are enough: search, request, return.',
    sections: [
      {
        title: 'Borrow a machine',
        steps: [
          'Say what, where and when on the Find page. Only what is free is shown.',
          'Open the machine, choose your slot and request it. It is held for you until the answer.',
          'The workshop accepts, or declines and says why. Some machines agree at once.',
          'At hand-over, then at return, you write down the condition and the parts together.',
        ],
      },
      {
        title: 'Have a part made',
        steps: [
          'Describe the part: process, material, size, quantity, date.',
          'Each workshop gets a verdict per requirement, with the two numbers compared.',
          'The request goes to the nearest one that can. If it passes or stays silent, the next one gets it.',
        ],
      },
      {
        title: 'Run a workshop',
        steps: [
          'The desk shows the day’s hand-overs and returns, and what awaits your answer.',
          'List a machine with its rules: price, who may borrow it, accreditation, notice.',
          'A broken machine goes out of service with its dates. Nobody can then book it.',
        ],
      },
    ],
    words: 'The words',
    glossary: [
      {
        term: 'To confirm',
        text: 'The workshop has declared nothing on this point. The question is asked with the request.',
      },
      { term: 'Held until', text: 'The slot is kept for you. After that time it frees itself.' },
      {
        term: 'Accreditation',
        text: 'The right to use a machine, after training. The server checks it on every request.',
      },
      { term: 'Distance', text: 'As the crow flies, from commune to workshop.' },
    ],
  },
  access: {
    title: 'Accessibility',
    lead: 'Maillage aims at level AA of WCAG 2.2. No outside audit has been made yet: this page says what is checked, and what is still imperfect.',
    resultTitle: 'The criteria of RGAA 4.1.2',
    result: (on, criteria) => `We answered each of the ${criteria} criteria ourselves, on ${on}.`,
    conforms: () => 'met',
    none: 'with nothing to apply to here',
    failing: () => 'not met',
    share: (share) => `Of the criteria that apply, ${share} are met.`,
    criterion: (id, what) => `Criterion ${id}: ${what}`,
    fails: {
      '8.7':
        'texts written by members do not say in which language they are. On the English pages, a screen reader therefore reads their French with an English voice.',
    },
    doneTitle: 'What is checked',
    done: [
      'Every page reads and works without a mouse, by keyboard alone.',
      'Reading and the main action work without JavaScript.',
      'Contrasts are computed for both themes, light and dark.',
      'A state is never told by colour alone: a glyph and a word come with it.',
      'The list says all that the map shows.',
      'With reduced motion, nothing moves.',
    ],
    weakTitle: 'What remains to be done',
    weak: [
      'An audit by an outside person, with people who use screen readers.',
      'Part of the criteria is watched by a tool alone, which does not see all that a person would.',
      'The map can be walked by keyboard, but the list is quicker.',
    ],
    contactTitle: 'A difficulty?',
    contact:
      'Tell your network head or your workshop: the name of the page, what you wanted to do, and the assistive tool you use.',
  },
} satisfies Messages['pages'];
