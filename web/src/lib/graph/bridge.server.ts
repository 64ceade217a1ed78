import type { FormattedExecutionResult } from 'graphql';
import { env } from '$env/dynamic/private';

type Operation = { query: string; variables?: Record<string, unknown>; operationName?: string };

/** What the gateway offers to pages that are rendered in its own process. */
export type Bridge = {
  execute(operation: Operation, headers: Headers): Promise<FormattedExecutionResult>;
  auth(request: Request): Promise<Response>;
  /** The plain routes of files, `/files/*`. */
  files(request: Request): Promise<Response>;
};

/** The gateway of this process; undefined when pages run apart from it (development, two processes). */
export const bridge = () =>
  (globalThis as Record<symbol, unknown>)[Symbol.for('maillage.gateway')] as Bridge | undefined;

/** Where the gateway answers when it is not in this process. */
export const gatewayUrl = () => env.GATEWAY_URL ?? 'http://127.0.0.1:4000';
