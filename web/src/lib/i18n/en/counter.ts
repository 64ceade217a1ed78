import type { Messages } from '../fr.ts';

export const counter: Messages['counter'] = {
  print: 'Print',
  pdf: 'Download as PDF',
  printed: (date) => `Printed on ${date}`,

  scanTitle: 'Scan',
  scanLead:
    'The code of a slip opens the loan. The label of a machine opens what is to be done: hand over or take back.',
  code: 'Code of the slip or the label',
  codeHint: 'By keyboard, by hand-held scanner or by camera. Example: BP-2026-0147',
  go: 'Open',
  camera: 'Open the camera',
  stop: 'Close the camera',
  aim: 'Aim at the code.',
  noCamera: 'The camera does not answer. Type the code.',
  refusedCamera: 'The camera is blocked for this site. Allow it in the browser, or type the code.',
  found: (code) => `Read: ${code}. Opening…`,
  unknown: (code) => `The code ${code} opens nothing for you. Check it, or change organisation at the top of the page.`,
  scanLink: 'Scan a code',

  labelsTitle: 'Labels of the machines',
  labelsLead: 'One label per unit, with its QR code: scanning it opens the machine, or what is to be done.',
  labelsLink: 'Labels with QR code',
  perSheet: 'Labels on an A4 sheet',
  sheets: {
    21: '21 (63.5\u00A0×\u00A038.1\u00A0mm)',
    24: '24 (70\u00A0×\u00A037\u00A0mm)',
    40: '40 (52.5\u00A0×\u00A029.7\u00A0mm)',
  },
  skip: 'Places already used on the first sheet',
  choose: 'Units',
  show: 'Prepare the sheet',
  preview: 'Sheet to print',
  scale: 'Print at 100%, without margins.',
  noUnits: 'No machine',
  noUnitsText: 'Add equipment, and its label will be here.',
  sheet: (page, pages) => `Sheet ${page} of ${pages}`,
};
