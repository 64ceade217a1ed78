import type { Component } from 'svelte';
import type { Values } from '../forms/values.ts';
import type { CountedKind } from '$schema/kinds.ts';
import type { ListingSeen } from './say.ts';

/** What a panel of a detail page is given: the listing, and the instant that the page calls now. */
export interface PanelProps {
  listing: ListingSeen;
  now: string;
}

/** What one kind shows beside what every kind does, and what else its form of a part asks. */
export interface KindParts {
  Panel: Component<PanelProps>;
  Fields?: Component<{ values?: Values | undefined }>;
}

/** Each kind's own, loaded by the pages of that kind alone. */
export const kindParts: Record<CountedKind, () => Promise<KindParts>> = {
  training: async () => ({ Panel: (await import('../training/TrainingPanel.svelte')).default }),
  material: async () => ({ Panel: (await import('../material/StockPanel.svelte')).default }),
  purchase: async () => ({ Panel: (await import('../material/PurchasePanel.svelte')).default }),
  job: async () => ({
    Panel: (await import('../jobs/JobPanel.svelte')).default,
    Fields: (await import('../jobs/ShareFields.svelte')).default,
  }),
};
