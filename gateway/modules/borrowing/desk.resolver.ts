import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { LoanMove } from '../../../schema/loans.ts';
import type { Context } from '../../context.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageArgs } from '../../platform/page.ts';
import { LoanPage } from './borrowing.resolver.ts';
import { openUndo } from './borrowing.rules.ts';
import { Loan } from './loan.entity.ts';
import { LoanMoveEnum } from './loan.enums.ts';
import { sideOf } from './sides.ts';
import { type DeskSection, deskSections } from './desk.rules.ts';
import type { Desk } from './desk.service.ts';

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
