import { IsOptional, Length, MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { type GroupMove, groupMoves } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Resource } from '../catalogue/resource.entity.ts';
import { Claim } from '../sharing/claim.entity.ts';
import { Listing } from '../sharing/listing.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { openMoves } from './borrowing.rules.ts';
import { facing } from './consent.rules.ts';
import { type Tour, tourOf } from './group.stops.ts';
import { Loan } from './loan.entity.ts';
import { AskedLine, AskedPart, figuresOf, LoanGroup, RefusalFigure } from './loan-group.entity.ts';
import { GroupMoveEnum } from './loan.enums.ts';
import { maySee, sideOf } from '../identity/sides.ts';

@ObjectType({ description: 'A place where things of a basket are fetched, used or learnt, in the order of the tour.' })
class LoanStop {
  @Field(() => Workshop, { description: 'The place.' })
  workshop!: Workshop;

  @Field(() => [Loan], { description: 'What begins there on that day.' })
  loans!: Loan[];

  @Field(() => [Claim], { description: 'Sessions that begin there on that day, and what is taken along.' })
  claims!: Claim[];

  @Field(() => Date, { description: 'From when it is ready.' })
  at!: Date;

  @Field(() => Date, { nullable: true, description: 'When the place shuts on that day; null where it does not say.' })
  closes?: Date;

  @Field(() => Date, { description: 'When one can be there, coming from the place before.' })
  arrive!: Date;

  @Field(() => Float, { nullable: true, description: 'Straight-line kilometres from the place before.' })
  km?: number;

  @Field(() => Boolean, { description: 'Whether one comes after it has shut.' })
  late!: boolean;
}

@ArgsType()
class MoveLoansArgs {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => GroupMoveEnum, { description: 'The step to take.' })
  move!: GroupMove;

  @Field(() => ID, { nullable: true, description: 'This loan and those after it; all of the group when absent.' })
  @IsOptional()
  @Length(1, 64)
  fromLoanId?: string;

  @Field(() => String, { nullable: true, description: 'What is said with it; the other side reads it.' })
  @IsOptional()
  @MaxLength(limits.note)
  note?: string;
}

/** The loans of a group that the caller sees. */
const seenIn = async ({ _id }: LoanGroup, { loaders, viewer }: Context) =>
  (await loaders.groupLoans.load(_id)).filter((loan) => maySee(viewer, loan));

/** The parts of a group that the caller sees, each with what it is a part of. */
async function partsIn({ _id }: LoanGroup, { loaders, viewer }: Context) {
  const claims = (await loaders.groupClaims.load(_id)).filter((claim) => maySee(viewer, claim));
  const listings = await Promise.all(claims.map(({ listingId }) => loaders.listing.load(listingId)));
  return claims.flatMap((claim, n) => (listings[n] ? [{ claim, listing: listings[n] }] : []));
}

/** Where to go for what is still to come of a group. */
async function tourIn(group: LoanGroup, context: Context): Promise<Tour> {
  // Who travels comes to the borrower: nobody goes there.
  const loans = (await seenIn(group, context)).filter(
    ({ status, travel }) => !travel && (status === 'asked' || status === 'accepted'),
  );
  const parts = (await partsIn(group, context)).filter(
    ({ claim }) => claim.status === 'asked' || claim.status === 'agreed',
  );
  const ids = [...new Set([...loans, ...parts.map(({ claim }) => claim)].map(({ workshopId }) => workshopId))];
  const workshops = await Promise.all(ids.map((id) => context.loaders.loanWorkshop.load(id)));
  return tourOf(
    loans,
    parts,
    workshops.filter((workshop) => workshop !== undefined),
  );
}

@Resolver(() => LoanGroup)
export class LoanGroupResolver {
  @Authorized()
  @Query(() => LoanGroup, { description: 'What was asked for together, for whoever sees one loan or part of it.' })
  loanGroup(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.groups.get(viewer, id);
  }

  @Authorized()
  @Mutation(() => LoanGroup, {
    description:
      'One step for every loan and part of a group to which it is open: all or none. Refused when open to none.',
  })
  moveLoans(
    @Args(() => MoveLoansArgs) { groupId, move, ...reach }: MoveLoansArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.groupMoves.move(viewer, groupId, move, reach);
  }

  @FieldResolver(() => [Loan], { description: 'Its loans that the caller sees, in the order of their time.' })
  loans(@Root() group: LoanGroup, @Ctx() context: Context) {
    return seenIn(group, context);
  }

  @FieldResolver(() => [GroupMoveEnum], {
    description: 'The steps open to the caller for one of its loans or parts at least.',
  })
  async can(@Root() group: LoanGroup, @Ctx() context: Context): Promise<GroupMove[]> {
    const { services, viewer } = context;
    const loans = await seenIn(group, context);
    const now = services.clock();
    const parts = await partsIn(group, context);
    const open = new Set<string>([
      ...loans.flatMap((loan) => openMoves(facing(viewer, loan), sideOf(viewer, loan), now)),
      ...parts.flatMap(({ claim, listing }) => services.claims.openMoves(viewer, claim, listing)),
    ]);
    return groupMoves.filter((move) => open.has(move));
  }

  @FieldResolver(() => [AskedLine], { description: 'The lines of a basket as asked for; for the borrower.' })
  lines(@Root() group: LoanGroup, @Ctx() { services, viewer }: Context) {
    return services.groups.isTheirs(viewer, group) ? group.lines : [];
  }

  @FieldResolver(() => [AskedPart], { description: 'The parts of a basket as asked for; for the borrower.' })
  parts(@Root() group: LoanGroup, @Ctx() { services, viewer }: Context) {
    return services.groups.isTheirs(viewer, group) ? (group.parts ?? []) : [];
  }

  @FieldResolver(() => [Claim], { description: 'Its parts that the caller sees.' })
  async claims(@Root() group: LoanGroup, @Ctx() context: Context) {
    return (await partsIn(group, context)).map(({ claim }) => claim);
  }

  @FieldResolver(() => [Claim], {
    description: 'What is fetched at a place to which no stop leads, whenever one likes.',
  })
  async toFetch(@Root() group: LoanGroup, @Ctx() context: Context) {
    return (await tourIn(group, context)).toFetch;
  }

  @FieldResolver(() => [LoanStop], {
    description: 'Where to be when, in a good order: by the hour at which things are ready, then the nearest first.',
  })
  async stops(@Root() group: LoanGroup, @Ctx() context: Context) {
    return (await tourIn(group, context)).stops;
  }
}

@Resolver(() => AskedLine)
export class AskedLineResolver {
  @FieldResolver(() => Resource, { nullable: true, description: 'The machine.' })
  resource(@Root() { resourceId }: AskedLine, @Ctx() { loaders }: Context) {
    return loaders.loanResource.load(resourceId);
  }

  @FieldResolver(() => [RefusalFigure], { description: 'The figures of the refusal.' })
  figures(@Root() { refusalParams }: AskedLine): RefusalFigure[] {
    return figuresOf(refusalParams);
  }
}

@Resolver(() => AskedPart)
export class AskedPartResolver {
  @FieldResolver(() => Listing, { nullable: true, description: 'What it is a part of.' })
  listing(@Root() { listingId }: AskedPart, @Ctx() { loaders }: Context) {
    return loaders.listing.load(listingId);
  }

  @FieldResolver(() => [RefusalFigure], { description: 'The figures of the refusal.' })
  figures(@Root() { refusalParams }: AskedPart): RefusalFigure[] {
    return figuresOf(refusalParams);
  }
}

@Resolver(() => Claim)
export class ClaimGroupResolver {
  @FieldResolver(() => LoanGroup, { nullable: true, description: 'What it was asked for together with.' })
  group(@Root() { groupId }: Claim, @Ctx() { loaders }: Context) {
    return groupId ? loaders.loanGroup.load(groupId) : null;
  }
}
