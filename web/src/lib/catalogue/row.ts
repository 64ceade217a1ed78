import type { Half } from '../ui/Dispo.svelte';

/** A machine as a line of a list, in words. */
export type Row = {
  id: string;
  href: string;
  letter: string;
  name: string;
  facts: string;
  workshop: { name: string; city: string; href: string; timeZone: string };
  km: number | null;
  price: string;
  use: string;
  accreditation: string | null;
  units: { free: number; all: number };
  free: boolean;
  nextFree: string | null;
  days: { date: string; morning: Half; afternoon: Half }[];
  toConfirm: string[];
};
