import {
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type SelectionSetNode,
  type ValidationRule,
  valueFromASTUntyped,
} from 'graphql';

/** What one operation may ask. The tests measure each of these on every document of the web, and how far it stays below. */
export const queryLimits = {
  tokens: 1_500,
  depth: 12,
  /** Fields side by side under one parent. */
  breadth: 60,
  aliases: 50,
  directives: 8,
  /** Fields by their depth; a page size written into the document multiplies what is under it. */
  cost: 20_000,
  /** Objects that the answer may hold, by the page sizes asked and the usual length of other lists. */
  rows: 20_000,
} as const;

/** Refuses a selection with more fields side by side than `most`. */
export const maxBreadth =
  (most: number): ValidationRule =>
  (context) => ({
    SelectionSet(node) {
      if (node.selections.length > most)
        context.reportError(new GraphQLError('The query asks for too many fields at once.', { nodes: [node] }));
    },
  });

/**
 * BSON ends a regular expression at a NUL, and half of a surrogate pair has no UTF-8: neither could be kept as it was typed.
 */
const isKeepable = (text: string) => !/[\0\p{Cs}]/u.test(text);

/** Refuses text written into the document that could not be kept as it was typed. */
export const keepableText: ValidationRule = (context) => ({
  StringValue(node) {
    if (!isKeepable(node.value)) context.reportError(new GraphQLError('A text is not readable.', { nodes: [node] }));
  },
});

/** Whether every text among the variables can be kept as it was typed. */
export function areKeepable(value: unknown): boolean {
  if (typeof value === 'string') return isKeepable(value);
  if (Array.isArray(value)) return value.every(areKeepable);
  if (typeof value === 'object' && value !== null) return Object.entries(value).every((pair) => areKeepable(pair));
  return true;
}

/** How many rows a list without a page size holds, for the estimate. */
const USUAL_LIST = 6;
const inPage = new Set(['nodes', 'edges']);

type Variables = Readonly<Record<string, unknown>>;

function lengthOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): number {
  const size = field.args.find(({ name, type }) => name === 'first' && getNamedType(type).name === 'Int');
  if (size) {
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const asked = given ? valueFromASTUntyped(given, variables) : undefined;
    return Math.max(1, typeof asked === 'number' ? asked : Number(size.defaultValue ?? 1));
  }
  const isRows = isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type));
  return isRows && !inPage.has(node.name.value) ? USUAL_LIST : 1;
}

/** Objects that the answer may hold at most, each page as long as it was asked for; every operation of the document counts. */
export function rowsAsked(schema: GraphQLSchema, document: DocumentNode, variables: Variables = {}): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);

  const inside = (set: SelectionSetNode, parentName: string | undefined): number => {
    const parent = parentName ? schema.getType(parentName) : undefined;
    let rows = 0;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) rows += ofField(node, parentName);
      else {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
        const name = fragment?.typeCondition?.name.value ?? parent?.name;
        if (fragment) rows += inside(fragment.selectionSet, name);
      }
    }
    return rows;
  };

  function ofField(node: FieldNode, parentName: string | undefined): number {
    const parent = parentName ? schema.getType(parentName) : undefined;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return 0;
    const type = getNamedType(field.type);
    return lengthOf(node, field, variables) * (1 + (isCompositeType(type) ? inside(node.selectionSet, type.name) : 0));
  }

  return document.definitions.reduce(
    (sum, node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? sum + inside(node.selectionSet, schema.getRootType(node.operation)?.name)
        : sum,
    0,
  );
}
