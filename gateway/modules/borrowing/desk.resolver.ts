import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { LoanMove } from '../../../schema/loans.ts';
import type { Context } from '../../context.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageArgs } from '../../platform/page.ts';
import { Root } from '../../platform/root.ts';
import { Application } from '../hiring/application.entity.ts';
import { Swap } from '../hiring/swap.entity.ts';
import { Claim, ClaimPage } from '../sharing/claim.entity.ts';
import { Listing } from '../sharing/listing.entity.ts';
import { LoanPage } from './borrowing.resolver.ts';
import { openUndo } from './borrowing.rules.ts';
import { Loan } from './loan.entity.ts';
import { LoanMoveEnum } from './loan.enums.ts';
import { sideOf } from '../identity/sides.ts';
import { type DeskClaimSection, deskClaimSections } from './desk-claims.rules.ts';
import { type DeskSection, deskSections } from './desk.rules.ts';
import type { Desk } from './desk.service.ts';

const DeskClaimSectionEnum = enumOf(
  'DeskClaimSection',
  deskClaimSections,
  'What a workshop has to do with parts of what is counted.',
);
const DeskSectionEnum = enumOf('DeskSection', deskSections, 'The parts of a day at the counter.');

@ObjectType('Desk', { description: 'One day at the counter of a workshop.' })
class DeskType {
  @Field(() => ID, { description: 'The workshop.' })
  workshopId!: string;

  @Field(() => String, { description: 'The local day, YYYY-MM-DD.' })
  day!: string;

  @Field(() => String, { description: 'The time zone in which it is read.' })
  timeZone!: string;
}

@ObjectType({ description: 'One part of a day at the counter, with its first loans.' })
export class DeskPart extends LoanPage {
  @Field(() => DeskSectionEnum, { description: 'Which part.' })
  name!: DeskSection;
}

@ObjectType({ description: 'What a workshop has to do with parts of what is counted, with the first of them.' })
export class DeskClaims extends ClaimPage {
  @Field(() => DeskClaimSectionEnum, { description: 'Which section.' })
  name!: DeskClaimSection;
}

@ObjectType({ description: 'A session of the day, and who sits in it.' })
export class DeskSession {
  @Field(() => Listing, { description: 'The session.' })
  session!: Listing;

  @Field(() => [Claim], { description: 'Who sits in it.' })
  seated!: Claim[];
}

@ObjectType({ description: 'A step that can still be taken back.' })
export class LoanUndo {
  @Field(() => LoanMoveEnum, { description: 'The step that takes it back.' })
  move!: LoanMove;

  @Field(() => Date, { description: 'Until when.' })
  until!: Date;
}

@Resolver(() => DeskType)
export class DeskResolver {
  @Authorized()
  @Query(() => DeskType, { description: 'One day at the counter of a workshop, for its people. Today unless said.' })
  desk(
    @Arg('workshopId', () => ID) workshopId: string,
    @Arg('day', () => String, { nullable: true, description: 'YYYY-MM-DD, local.' }) day: string | undefined,
    @Ctx() { services, viewer }: Context,
  ): Promise<Desk> {
    return services.desks.open(viewer, workshopId, day);
  }

  @FieldResolver(() => LoanPage, { description: 'A page of one section, in the order of its hours.' })
  section(
    @Root() desk: Desk,
    @Arg('name', () => DeskSectionEnum) name: DeskSection,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services }: Context,
  ) {
    return services.desks.section(desk, name, args);
  }

  @FieldResolver(() => [DeskPart], { description: 'The first page of each section that has loans: all unless named.' })
  async parts(
    @Root() desk: Desk,
    @Arg('names', () => [DeskSectionEnum], { nullable: true }) names: DeskSection[] | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services }: Context,
  ): Promise<DeskPart[]> {
    const wanted = [...new Set(names ?? deskSections)];
    const parts = await Promise.all(
      wanted.map(async (name) => ({ ...(await services.desks.section(desk, name, args)), name })),
    );
    return parts.filter(({ totalCount }) => totalCount > 0);
  }

  @FieldResolver(() => [DeskClaims], {
    description: 'A page of each section of parts that holds some: all unless named.',
  })
  async claims(
    @Root() desk: Desk,
    @Arg('names', () => [DeskClaimSectionEnum], { nullable: true }) names: DeskClaimSection[] | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services }: Context,
  ): Promise<DeskClaims[]> {
    const wanted = [...new Set(names ?? deskClaimSections)];
    const pages = await Promise.all(wanted.map((name) => services.deskClaims.section(desk, name, args)));
    return pages.map((page, n) => ({ ...page, name: wanted[n]! })).filter(({ totalCount }) => totalCount > 0);
  }

  @FieldResolver(() => [DeskSession], { description: 'The sessions of the day with their attendance, 50 at most.' })
  async sessions(@Root() desk: Desk, @Ctx() { services }: Context): Promise<DeskSession[]> {
    const sessions = await services.deskClaims.sessions(desk);
    const seated = await services.deskClaims.seated(sessions.map(({ _id }) => _id));
    return sessions.map((session, n) => ({ session, seated: seated[n]! }));
  }

  @FieldResolver(() => [Swap], { description: 'Half-days of shared jobs that others ask for, 50 at most.' })
  swaps(@Root() desk: Desk, @Ctx() { services }: Context) {
    return services.deskClaims.swaps(desk);
  }

  @FieldResolver(() => [Application], {
    description: 'Applications that nobody has answered, for jobs that the workshop offers or shares, 50 at most.',
  })
  applications(@Root() { workshopId: id }: Desk, @Ctx() { services, viewer }: Context) {
    return services.applicationReader.waiting(viewer, { scope: 'workshop', id });
  }

  @FieldResolver(() => [Application], {
    description: 'Interviews for these jobs that are fixed, and not decided yet, 50 at most.',
  })
  interviews(@Root() { workshopId: id }: Desk, @Ctx() { services, viewer }: Context) {
    return services.applicationReader.interviews(viewer, { scope: 'workshop', id });
  }

  @FieldResolver(() => [Loan], { description: 'Loans whose last step can still be undone, 20 at most.' })
  undoable(@Root() desk: Desk, @Ctx() { services }: Context) {
    return services.desks.undoable(desk);
  }
}

@Resolver(() => Loan)
export class LoanUndoResolver {
  @FieldResolver(() => LoanUndo, { nullable: true, description: 'The last step, when the caller may still undo it.' })
  undo(@Root() loan: Loan, @Ctx() { services, viewer }: Context): LoanUndo | undefined {
    return openUndo(loan, sideOf(viewer, loan), services.clock());
  }
}

@Resolver(() => Swap)
export class SwapListingResolver {
  @FieldResolver(() => Listing, { description: 'The job.' })
  listing(@Root() { listingId }: Swap, @Ctx() { loaders }: Context) {
    return loaders.listing.load(listingId);
  }
}
