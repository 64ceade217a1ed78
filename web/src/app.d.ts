import type { Graph } from '$lib/graph/graph.server.ts';
import type { Locale } from '$lib/i18n/index.ts';
import type { Viewer } from '$lib/identity/viewer.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** The refusal that the gateway named, worded by `refusals`. */
      refusal?: { key: string; params: Record<string, unknown> };
      /** What the visitor can quote; the log holds the same. */
      id?: string;
    }
    interface Locals {
      requestId: string;
      locale: Locale;
      /** Undefined: as the device says. */
      theme: 'light' | 'dark' | undefined;
      /** For whom the visitor acts: `workshop:ID`, `firm:ID`, `network:ID`; undefined: as oneself. */
      acting: string | undefined;
      graph: Graph;
      /** Asked from the gateway at most once per request. */
      viewer(): Promise<Viewer | undefined>;
      /** Raw Set-Cookie lines from the account service, passed on unchanged. */
      setCookies: string[];
    }
  }
}

export {};
