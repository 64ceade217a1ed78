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
  Root,
} from 'type-graphql';
import { type GroupMove, groupMoves } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { Resource } from '../catalogue/resource.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { openMoves } from './borrowing.rules.ts';
import { stopsOf } from './group.stops.ts';
import { Loan } from './loan.entity.ts';
import { AskedLine, LoanGroup, RefusalFigure } from './loan-group.entity.ts';
import { GroupMoveEnum } from './loan.enums.ts';
import { maySee, sideOf } from './sides.ts';

@ObjectType({ description: 'A place where machines of a basket are fetched or used, in the order of the tour.' })
class LoanStop {
  @Field(() => Workshop, { description: 'The place.' })
  workshop!: Workshop;

  @Field(() => [Loan], { description: 'What begins there on that day.' })
  loans!: Loan[];

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

@Resolver(() => LoanGroup)
export class LoanGroupResolver {
  @Authorized()
  @Query(() => LoanGroup, { description: 'Loans asked for together, for whoever sees one of them.' })
  loanGroup(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.groups.get(viewer, id);
  }

  @Authorized()
  @Mutation(() => LoanGroup, {
    description:
      'One step for every loan of a group to which it is open: all of them or none. Refused when open to none.',
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

  @FieldResolver(() => [GroupMoveEnum], { description: 'The steps open to the caller for one of its loans at least.' })
  async can(@Root() group: LoanGroup, @Ctx() context: Context): Promise<GroupMove[]> {
    const { services, viewer } = context;
    const loans = await seenIn(group, context);
    const open = new Set(loans.flatMap((loan) => openMoves(loan, sideOf(viewer, loan), services.clock())));
    return groupMoves.filter((move) => open.has(move));
  }

  @FieldResolver(() => [AskedLine], { description: 'The lines of a basket as asked for; for the borrower.' })
  lines(@Root() group: LoanGroup, @Ctx() { services, viewer }: Context) {
    return services.groups.isTheirs(viewer, group) ? group.lines : [];
  }

  @FieldResolver(() => [LoanStop], {
    description: 'Where to be when, in a good order: by the hour at which things are ready, then the nearest first.',
  })
  async stops(@Root() group: LoanGroup, @Ctx() context: Context) {
    const loans = (await seenIn(group, context)).filter(({ status }) => status === 'asked' || status === 'accepted');
    const ids = [...new Set(loans.map(({ workshopId }) => workshopId))];
    const workshops = await Promise.all(ids.map((id) => context.loaders.loanWorkshop.load(id)));
    return stopsOf(
      loans,
      workshops.filter((workshop) => workshop !== undefined),
    );
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
    return Object.entries(refusalParams ?? {}).map(([name, value]) => ({
      name,
      ...(value !== null && { value: String(value) }),
    }));
  }
}
