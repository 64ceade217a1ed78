import type { EquipmentFilter } from '../../gateway/modules/catalogue/search-filter.entity.ts';

/** What one looks for, everything else left open. */
export const filter = (asked: Partial<EquipmentFilter> = {}): EquipmentFilter => ({
  processes: [],
  materials: [],
  accreditations: [],
  accreditationHeld: false,
  archetypes: [],
  openNow: false,
  withTaken: false,
  ...asked,
});
