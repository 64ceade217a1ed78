import type { Messages } from '../fr.ts';

export const home = {
  title: 'The region’s workshops lend each other their machines',
  lead: 'A machine that is free on Tuesday, or the workshop that can make your short run: search by date, near you.',
  seek: {
    label: 'Search for free equipment',
    what: 'What',
    whatHint: 'Laser, mill, scanner',
    where: 'Where',
    whereHint: 'Blois, or 41000',
    within: 'Within',
    from: 'From',
    until: 'To',
    material: 'Material',
    materialHint: 'Plywood, PMMA',
    thickness: 'Thickness',
    more: 'Name the material',
    anywhere: 'Any distance',
    go: 'Search',
  },
  quick: {
    label: 'Frequent searches',
    today: 'Free today',
    tomorrow: 'Free tomorrow',
    workshops: 'All workshops',
  },
  free: {
    title: 'Free tomorrow morning',
    near: (place: string) => `Free tomorrow morning near ${place}`,
    all: (count: number) => `See the ${count} machines`,
    note: (machines: number, workshops: number, all: number) =>
      `${machines} machines free tomorrow from 10:00 to 12:00 in ${workshops} workshops, of ${all} listed.`,
  },
  map: {
    title: 'The Centre-Val de Loire',
    text: 'Outline of the region, its six départements and the Loire. The list of workshops is in the directory.',
  },
  how: {
    title: 'How it works',
    steps: [
      { title: 'Search by date', text: 'Say when and where. You only see what is free at that time, nearest first.' },
      { title: 'Request the slot', text: 'It is held for you until the workshop answers. Nobody else can take it.' },
      {
        title: 'Take it, return it',
        text: 'Hand-over and return are written down by both: condition, parts, time. Each keeps the slip.',
      },
    ],
  },
  firm: {
    title: 'A part to make? The nearest workshop that can make it answers you.',
    lead: 'Prototype or run of fewer than 1,000 pieces. Describe the part: you see who can make it, why, and how far.',
    go: 'Describe the part',
    note: 'No file to send: process, material, size, quantity and date are enough.',
    example: 'What you will see: a verdict per requirement, and the two numbers compared. Invented example.',
    exampleNear: '1. A workshop 18\u00A0km away',
    exampleFar: '2. A workshop 63\u00A0km away',
    thickness: 'Thickness, aluminium',
    deadline: 'Deadline',
    tolerance: 'Tolerance',
    thicknessAsked: '3\u00A0mm',
    thicknessDeclared: '4\u00A0mm at most',
    deadlineAsked: '11 Dec',
    deadlineNear: '4 Dec',
    deadlineFar: '16 Dec',
    toleranceAsked: 'ISO 2768-m',
    toleranceDeclared: 'nothing declared',
  },
} satisfies Messages['home'];
