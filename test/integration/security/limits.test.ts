import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  parse,
  Source,
  TokenKind,
  validate,
  visit,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { limitRules } from '../../../gateway/http/limits.ts';
import { queryLimits, rowsAsked } from '../../../gateway/http/limits.rules.ts';
import { inRoot } from '../../../scripts/folders.mjs';
import { limits } from '../../../schema/vocabulary.ts';

/** The part of each limit that the web may fill: the rest is room for the pages of next year. */
const SHARE = 0.7;

const schema = buildSchema(readFileSync(inRoot('schema/schema.graphql'), 'utf8'));
const web = inRoot('web/src');

/** Every operation and fragment of the web, as the generation of its types collects them. */
const written = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('generated'))
  .flatMap((file) => [
    ...readFileSync(`${web}/${file}`, 'utf8').matchAll(/(?:\bgraphql\(|\/\* GraphQL \*\/)\s*`([^`]*)`/g),
  ])
  .flatMap(([, text = '']) => parse(text).definitions);
const fragments = written.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
const operations = written.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);

/** An operation with the fragments that it uses, and what those use. */
function documentOf(operation: OperationDefinitionNode): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>();
  const gather = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.find((one) => one.name.value === name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        gather(fragment);
      },
    });
  gather(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used.values()] };
}

const nameOf = ({ name }: OperationDefinitionNode) => name?.value ?? 'without a name';
const documents = new Map(operations.map((operation) => [nameOf(operation), documentOf(operation)]));

function tokensOf(document: DocumentNode): number {
  const sources = new Set(document.definitions.map(({ loc }) => loc!.source.body));
  let tokens = 0;
  for (const body of sources) {
    const lexer = new Lexer(new Source(body));
    while (lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  }
  return tokens;
}

/** A value for every variable that could make a page long: the longest that is allowed. */
const longest = (document: DocumentNode) =>
  Object.fromEntries(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? (node.variableDefinitions ?? []).map(({ variable }) => [variable.name.value, limits.pageSize])
        : [],
    ),
  );

const refusals = (document: DocumentNode, share: number): string[] => {
  try {
    return validate(schema, document, limitRules(share).validationRules).map(({ message }) => message);
  } catch (error) {
    return [(error as Error).message];
  }
};

describe('the limits of an operation', () => {
  test('are met by nothing that the web sends: each of its operations leaves three tenths of every limit', () => {
    expect(documents.size).toBeGreaterThan(60);
    const met = [...documents].flatMap(([name, document]) => {
      const faults = refusals(document, SHARE);
      return faults.map((fault) => `${name}: ${fault}`);
    });
    expect(met).toEqual([]);
  });

  test('leave room for the longest pages that the web may ask', () => {
    const rows = [...documents].map(
      ([name, document]) => [rowsAsked(schema, document, longest(document)), name] as const,
    );
    const tokens = [...documents].map(([name, document]) => [tokensOf(document), name] as const);
    const most = (all: (readonly [number, string])[]) => all.reduce((a, b) => (b[0] > a[0] ? b : a));
    const [mostRows, mostTokens] = [most(rows), most(tokens)];
    console.info(`${documents.size} operations; most rows ${mostRows.join(' ')}; most tokens ${mostTokens.join(' ')}`);
    expect(mostRows[0]).toBeLessThanOrEqual(queryLimits.rows * SHARE);
    expect(mostTokens[0]).toBeLessThanOrEqual(queryLimits.tokens * SHARE);
  });

  test('would be noticed: at a tenth of them several operations of the web are refused', () => {
    expect([...documents.values()].filter((document) => refusals(document, 0.1).length > 0).length).toBeGreaterThan(5);
  });

  test('see through fragments: no level by themselves, and no cover for too many', () => {
    const within = (n: number) => `fragment w${n} on Workshop { memberships { workshop { ...w${n + 1} } } }`;
    const nested = (levels: number) =>
      parse(
        [
          '{ workshop(slug: "a") { ...w0 } }',
          ...Array.from({ length: levels }, (_, n) => within(n)),
          `fragment w${levels} on Workshop { id }`,
        ].join(' '),
      );
    const isRefused = (levels: number) => refusals(nested(levels), 1).length > 0;
    const room = Math.floor((queryLimits.depth - 2) / 2);
    expect([isRefused(room), isRefused(room + 1)]).toEqual([false, true]);
  });

  test('count the rows of pages in pages, fragments and lists', () => {
    const count = (query: string, variables = {}) => rowsAsked(schema, parse(query), variables);
    expect(count('{ me { id } }')).toBe(1);
    expect(count('{ workshops(first: 10) { totalCount nodes { id } } }')).toBe(20);
    expect(count('query ($n: Int!) { workshops(first: $n) { nodes { id } } }', { n: 50 })).toBe(100);
    expect(count('{ me { ...m } } fragment m on Me { mandates { organisation { id } } }')).toBe(13);
    expect(count('query ($n: Int!) { workshops(first: $n) { nodes { id } } }', { n: { $gt: 1 } })).toBe(40);
    expect(count('{ a: workshops(first: 50) { nodes { id } } b: workshops(first: 50) { nodes { id } } }')).toBe(200);
  });
});
