/** Sheets of labels as shops sell them, A4, in millimetres: where the first one is, how large each is, and the gap between two. */
export const labelSheets = {
  21: { columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.25, top: 15.15, gapX: 2.5, gapY: 0 },
  24: { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, gapX: 0, gapY: 0 },
  40: { columns: 4, rows: 10, width: 52.5, height: 29.7, left: 0, top: 0, gapX: 0, gapY: 0 },
} as const;
export type LabelSheet = keyof typeof labelSheets;
export const labelSheetSizes = Object.keys(labelSheets).map(Number) as LabelSheet[];

export interface LabelPlace {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where each of `count` labels stands, the first `skip` places of the first sheet being used already. */
export function labelPlaces(sheet: LabelSheet, count: number, skip = 0): LabelPlace[] {
  const { columns, rows, width, height, left, top, gapX, gapY } = labelSheets[sheet];
  const perPage = columns * rows;
  const first = Math.min(Math.max(0, Math.trunc(skip)), perPage - 1);
  return Array.from({ length: count }, (_, n) => {
    const place = (first + n) % perPage;
    return {
      page: Math.floor((first + n) / perPage),
      x: left + (place % columns) * (width + gapX),
      y: top + Math.floor(place / columns) * (height + gapY),
      width,
      height,
    };
  });
}
