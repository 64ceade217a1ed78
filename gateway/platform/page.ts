import { Max, Min, IsOptional, MaxLength } from 'class-validator';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { limits } from '../../schema/vocabulary.ts';
import { Refusal } from './refusal.ts';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: limits.defaultPageSize, description: `How many rows, ${limits.pageSize} at most.` })
  @Min(1)
  @Max(limits.pageSize)
  first: number = limits.defaultPageSize;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on; opaque.' })
  @IsOptional()
  @MaxLength(64)
  after?: string;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether rows precede.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row.' })
  startCursor?: string;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row: pass it as `after` for the next page.' })
  endCursor?: string;
}

/** Rows in a stated order with the total, as a Relay connection shows them. */
export interface Page<T> {
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: PageInfo;
  totalCount: number;
}

const encode = (offset: number) => Buffer.from(`o${offset}`).toString('base64url');

/** How many rows precede the page. Throws the refusal `platform.badCursor` on a cursor that this API did not make. */
export function offsetOf({ after }: { after?: string }): number {
  if (!after) return 0;
  const match = /^o(\d{1,7})$/.exec(Buffer.from(after, 'base64url').toString());
  if (!match) throw new Refusal('platform.badCursor');
  return Number(match[1]) + 1;
}

/** `nodes` are the rows from `offset` on; `totalCount` those of the whole list. */
export function pageOf<T>(nodes: T[], offset: number, totalCount: number): Page<T> {
  const edges = nodes.map((node, index) => ({ node, cursor: encode(offset + index) }));
  return {
    nodes,
    edges,
    totalCount,
    pageInfo: {
      hasPreviousPage: offset > 0,
      hasNextPage: offset + nodes.length < totalCount,
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
  };
}

/** The GraphQL face of a page: `@ObjectType() class WorkshopPage extends PageType(Workshop) {}`. */
export function PageType<T extends object>(Node: ClassType<T>) {
  @ObjectType(`${Node.name}Edge`, { description: 'One row of the page with its cursor.' })
  class Edge {
    @Field(() => Node, { description: 'The row.' })
    node!: T;

    @Field(() => String, { description: 'Its place in the list; opaque.' })
    cursor!: string;
  }

  @ObjectType(`${Node.name}Page`, { description: 'A page of a list.' })
  class PageClass {
    @Field(() => [Node], { description: 'The rows.' })
    nodes!: T[];

    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Rows in the whole list.' })
    totalCount!: number;
  }
  return PageClass;
}
