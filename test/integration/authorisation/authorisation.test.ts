import { parse, subscribe } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { createLoaders } from '../../../gateway/context.ts';
import type { Viewer } from '../../../gateway/modules/identity/viewer.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { type Scene, stage } from './scene.ts';
import { type Principal, principals, table } from './table.ts';

const world = useApp();
let scene: Scene;
beforeEach(async () => {
  scene = await stage(world);
});

/** What a guard says; any other refusal means that the caller was let through to the rule. */
const shut = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

const filled = (call: string) =>
  call.replace(/\$(\w+)/g, (_all, name: string) => (name === 'key' ? newId() : (scene.ids[name] ?? `unknown ${name}`)));

async function letThrough(operation: string, principal: Principal): Promise<boolean> {
  const [kind = '', field = ''] = operation.split(/[. ]/);
  const viewer: Viewer = scene.viewers[principal];
  const document = `${kind.toLowerCase()} { ${filled(table[operation]!.call)} }`;
  if (kind === 'Subscription') {
    const { app } = world;
    const contextValue = {
      viewer,
      services: app.services,
      loaders: createLoaders(app.services),
      locale: 'fr',
      requestId: field,
    };
    const stream = await subscribe({ schema: app.schema, document: parse(document), contextValue });
    if (!(Symbol.asyncIterator in stream)) return false;
    await stream.return?.(undefined);
    return true;
  }
  const { errors } = await world.run(viewer, document);
  const codes = errors.map(({ extensions }) => String(extensions?.code));
  expect(codes, `${operation}: ${JSON.stringify(errors)}`).not.toContain('GRAPHQL_VALIDATION_FAILED');
  expect(codes, `${operation}: ${JSON.stringify(errors)}`).not.toContain('INTERNAL_SERVER_ERROR');
  return !codes.some((code) => shut.has(code));
}

test('every operation has its row, and every row its operation', () => {
  const { schema } = world.app;
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const operations = roots.flatMap((root) =>
    Object.keys(root?.getFields() ?? {}).map((field) => `${root!.name}.${field}`),
  );
  const rows = Object.keys(table).map((row) => row.split(' ')[0]);
  expect(operations.sort()).toEqual([...new Set(rows)].sort());
});

describe.each(Object.keys(table))('%s', (operation) => {
  const signs = table[operation]!.who.replace(/\s/g, '');
  test('names every principal', () => expect(signs).toMatch(new RegExp(`^[+-]{${principals.length}}$`)));
  test.each(principals.map((principal, n) => [principal, signs[n] === '+' ? 'lets through' : 'denies'] as const))(
    '%s: %s',
    async (principal, verdict) => {
      expect(await letThrough(operation, principal)).toBe(verdict === 'lets through');
    },
  );
});
