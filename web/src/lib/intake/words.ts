import type { ImportState } from '../graph/generated/graphql.ts';
import type { Messages } from '../i18n/index.ts';

export const pillOf: Record<ImportState, 'ok' | 'wait' | 'now' | 'idle'> = {
  awaited: 'wait',
  received: 'now',
  checking: 'wait',
  ready: 'now',
  running: 'wait',
  done: 'ok',
  undoing: 'wait',
  undone: 'idle',
  stopped: 'now',
};

/** States that end by themselves: the page reads again until they have. */
export const isUnderWay = (state: ImportState): boolean =>
  state === 'checking' || state === 'running' || state === 'undoing';

/** The sentence of a fault: what is wrong and what to do. */
export function wordFault(t: Messages, key: string, flat: readonly string[]): string {
  const params: Record<string, string> = {};
  for (let at = 0; at + 1 < flat.length; at += 2) params[flat[at]!] = flat[at + 1]!;
  return t.intake.faults[key]?.(params) ?? key;
}
