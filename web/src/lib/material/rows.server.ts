import { materialName } from '../catalogue/names.server.ts';
import type { NeedRowFragment } from '../graph/generated/graphql.ts';
import type { Locale } from '../i18n/index.ts';

/** A need as pages show it: the material by its name. */
export const needSeen = <N extends Pick<NeedRowFragment, 'materialId'>>(locale: Locale, need: N) => ({
  ...need,
  material: materialName(locale, need.materialId),
});
export type NeedLineData = NeedRowFragment & { material: string };

/** A figure as typed: with a comma or a point; nothing where nothing was typed. */
export const figure = (typed: string): number | undefined =>
  typed ? Number(typed.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.')) || 0 : undefined;
