import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  print,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { inRoot } from '../../../scripts/folders.mjs';

/** An operation that the web makes, as it stands in its source, with the fragments that it spreads. */
export interface WebOperation {
  name: string;
  kind: OperationTypeNode;
  /** Its fields at the root, the one that it is about first. */
  roots: string[];
  document: DocumentNode;
}

const literal = /\bgraphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`/g;

/** Every graphql(`…`) of the web that is an operation. */
export function webOperations(): WebOperation[] {
  const definitions = readdirSync(inRoot('web/src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('generated'))
    .sort()
    .flatMap((name) => [...readFileSync(join(inRoot('web/src'), name), 'utf8').matchAll(literal)])
    .flatMap(([, text]) => parse(text!).definitions);
  const fragments = new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  return definitions
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
    .map((definition) => ({
      name: definition.name!.value,
      kind: definition.operation,
      roots: definition.selectionSet.selections.map((field) => (field as FieldNode).name.value),
      document: { kind: Kind.DOCUMENT, definitions: [definition, ...spreadIn(definition, fragments)] },
    }));
}

/** The fragments that a definition spreads, and those that these spread. */
function spreadIn(
  definition: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  met = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(definition, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || met.has(fragment)) return;
      met.add(fragment);
      spreadIn(fragment, fragments, met);
    },
  });
  return met;
}

const argumentsOf = (document: DocumentNode, root: string): readonly ArgumentNode[] =>
  document.definitions
    .flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? one.selectionSet.selections : []))
    .find((one): one is FieldNode => one.kind === Kind.FIELD && one.name.value === root)?.arguments ?? [];

/** Fills the variables that stand in `wanted` with what stands at the same place in `given`. */
function take(wanted: ValueNode, given: ValueNode | undefined, into: Record<string, unknown>): void {
  if (!given) return;
  if (wanted.kind === Kind.VARIABLE) into[wanted.name.value] = valueFromASTUntyped(given);
  if (wanted.kind !== Kind.OBJECT || given.kind !== Kind.OBJECT) return;
  for (const field of wanted.fields)
    take(field.value, given.fields.find(({ name }) => name.value === field.name.value)?.value, into);
}

/** The variables by which a web operation asks the same as these calls, fields with their arguments written out. */
export function variablesFrom({ document, roots }: WebOperation, calls: readonly string[]): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const root of roots) {
    const given = calls.flatMap((call) => argumentsOf(parse(`{ ${call} }`), root));
    for (const { name, value } of argumentsOf(document, root))
      take(value, given.find((one) => one.name.value === name.value)?.value, variables);
  }
  return variables;
}

/** The same operation with pages of another length, wherever it writes how long. */
export const paged = ({ document }: WebOperation, first: number): string =>
  print(
    visit(document, {
      Argument: (node) =>
        node.name.value === 'first' && node.value.kind === Kind.INT
          ? { ...node, value: { kind: Kind.INT, value: String(first) } }
          : undefined,
    }),
  );
