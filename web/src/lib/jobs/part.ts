import type { Values } from '../forms/values.ts';
import type { ApplicationPageQuery } from '../graph/generated/graphql.ts';
import type { Format } from '../i18n/index.ts';

/** What each part of the page of an application is given. */
export interface PartProps {
  one: ApplicationPageQuery['application'];
  /** In the zone of the workshop. */
  format: Format;
  now: string;
  /** Whether the reader is the candidate. */
  isMine: boolean;
  /** What was typed, after a refusal. */
  values?: Values | undefined;
}
