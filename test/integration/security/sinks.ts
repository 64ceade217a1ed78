import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  print,
  type FieldNode,
  valueFromASTUntyped,
} from 'graphql';
import { newId } from '../../../gateway/platform/ids.ts';
import type { Principal, Row } from '../authorisation/table.ts';
import { principals } from '../authorisation/table.ts';

/** A place where a client puts text: an argument of an operation, or a field anywhere inside its input. */
export interface Sink {
  /** `Mutation.createFirm input.name` */
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  operation: string;
  path: string[];
  isId: boolean;
}

type Arguments = Record<string, unknown>;

/** An operation with the arguments by which the table of authorisations calls it, and one who may. */
export interface Call {
  kind: Sink['kind'];
  field: GraphQLField<unknown, unknown>;
  selection: string;
  arguments: Arguments;
  as: Principal;
}

const samples: Record<string, unknown> = {
  String: 'Blois',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTimeISO: '2027-01-11T09:00:00Z',
};

/** The simplest valid value of a type: what a field's neighbours need. */
function neighbour(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) return filled({}, Object.values(bare.getFields()));
  return bare.name === 'ID' ? newId() : samples[bare.name];
}

function filled(given: Arguments, fields: readonly (GraphQLArgument | GraphQLInputField)[]): Arguments {
  const wanted = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return { ...Object.fromEntries(wanted.map(({ name, type }) => [name, neighbour(type)])), ...given };
}

/** Every String and ID below an argument; an input inside itself is entered once. */
function textIn(
  type: GraphQLInputType,
  path: string[],
  within: readonly string[] = [],
): { path: string[]; isId: boolean }[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return textIn(bare.ofType, [...path, '0'], within);
  if (isInputObjectType(bare))
    return within.includes(bare.name)
      ? []
      : Object.values(bare.getFields()).flatMap((field) =>
          textIn(field.type, [...path, field.name], [...within, bare.name]),
        );
  return ['String', 'ID'].includes(String(bare)) ? [{ path, isId: String(bare) === 'ID' }] : [];
}

const kinds = ['query', 'mutation', 'subscription'] as const;

/** Every place for text in the schema: what another operation adds tomorrow is among them. */
export function sinksOf(schema: GraphQLSchema): Sink[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root, n) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((argument) =>
        textIn(argument.type, [argument.name]).map(({ path, isId }) => ({
          name: `${root!.name}.${field.name} ${path.join('.')}`,
          kind: kinds[n]!,
          operation: `${root!.name}.${field.name}`,
          path,
          isId,
        })),
      ),
    ),
  );
}

const preferred: readonly Principal[] = ['managerA', 'firmA', 'head', 'person', 'admin', 'visitor'];

/** The table's call of an operation, its ids filled in by the scene, as values. */
export function callOf(schema: GraphQLSchema, sink: Sink, row: Row, ids: Record<string, string>): Call {
  const root = schema.getRootType(sink.kind as never)!;
  const text = row.call.replace(/\$(\w+)/g, (_all, name: string) => (name === 'key' ? newId() : (ids[name] ?? name)));
  const document = parse(`${sink.kind} { ${text} }`).definitions[0]!;
  if (document.kind !== Kind.OPERATION_DEFINITION) throw new Error('The table holds one operation a row.');
  const node = document.selectionSet.selections[0] as FieldNode;
  const field = root.getFields()[node.name.value]!;
  const given = Object.fromEntries(
    (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
  const signs = row.who.replace(/\s/g, '');
  const may = (one: Principal) => signs[principals.indexOf(one)] === '+';
  return {
    kind: sink.kind,
    field,
    selection: node.selectionSet ? print(node.selectionSet) : '',
    arguments: filled(given, field.args),
    as: preferred.find(may) ?? principals.find(may) ?? 'admin',
  };
}

/** The arguments with `value` at the path; what stands above it is made where it lacks. */
export function withText(call: Call, path: readonly string[], value: unknown): Arguments {
  const put = (type: GraphQLInputType, at: unknown, [step, ...rest]: readonly string[]): unknown => {
    if (step === undefined) return value;
    const bare = getNullableType(type);
    if (isListType(bare)) return [put(bare.ofType, (at as unknown[] | undefined)?.[0], rest)];
    if (!isInputObjectType(bare)) throw new Error(`${step} is not inside ${String(bare)}`);
    const fields = bare.getFields();
    const before = filled((at as Arguments | undefined) ?? {}, Object.values(fields));
    return { ...before, [step]: put(fields[step]!.type, before[step], rest) };
  };
  const [name = '', ...rest] = path;
  const type = call.field.args.find((argument) => argument.name === name)!.type;
  const freshKey = (input: unknown) =>
    typeof input === 'object' && input !== null && 'idempotencyKey' in input && path.at(-1) !== 'idempotencyKey'
      ? { ...input, idempotencyKey: newId() }
      : input;
  const all: Arguments = { ...call.arguments, [name]: put(type, call.arguments[name], rest) };
  return Object.fromEntries(Object.entries(all).map(([key, input]) => [key, freshKey(input)]));
}

/** The operation as a document whose arguments are all variables. */
export function documentOf({ kind, field, selection }: Call): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`} ${selection} }`;
}
