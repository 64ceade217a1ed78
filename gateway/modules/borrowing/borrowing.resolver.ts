import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { LoanMove } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { PageType } from '../../platform/page.ts';
import { HandOverInput, LoanWishInput, MyLoansArgs, RequestLoanInput, TakeBackInput } from './borrowing.inputs.ts';
import { Loan } from './loan.entity.ts';
import { LoanMoveEnum } from './loan.enums.ts';
import { LoanQuote } from './quote.entity.ts';

@ObjectType({ description: 'A page of loans.' })
export class LoanPage extends PageType(Loan) {}

@ArgsType()
class SayingArgs {
  @Field(() => ID, { description: 'The loan.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What is said with it; the other side reads it.' })
  @MaxLength(limits.note)
  note?: string;
}

@ArgsType()
class MoveArgs extends SayingArgs {
  @Field(() => LoanMoveEnum, { description: 'The step to take.' })
  move!: LoanMove;

  @Field(() => HandOverInput, { nullable: true, description: 'The document of `hand_over`.' })
  handOver?: HandOverInput;

  @Field(() => TakeBackInput, { nullable: true, description: 'The document of `take_back`.' })
  takeBack?: TakeBackInput;
}

@ArgsType()
class AskExtensionArgs extends SayingArgs {
  @Field(() => Date, { description: 'The end wished.' })
  until!: Date;
}

@ArgsType()
class AnswerExtensionArgs extends SayingArgs {
  @Field(() => Boolean, { description: 'Whether the lender agrees.' })
  agrees!: boolean;
}

@Resolver()
export class BorrowingResolver {
  @Query(() => LoanQuote, {
    description: 'What it takes to borrow a machine at a time. Holds nothing; open to visitors.',
  })
  async quoteLoan(@Arg('wish', () => LoanWishInput) wish: LoanWishInput, @Ctx() { services, viewer }: Context) {
    const { conditions, price, travel, holdUntil, closures } = await services.quotes.quote(viewer, wish);
    return { conditions, price, travel, holdUntil, closures, possible: conditions.every(({ met }) => met) };
  }

  @Authorized()
  @Query(() => LoanPage, { description: 'The loans of whom the caller acts for: what waits for them first.' })
  myLoans(@Args(() => MyLoansArgs) args: MyLoansArgs, @Ctx() { services, viewer }: Context) {
    return services.loanLists.mine(viewer, args);
  }

  @Authorized()
  @Mutation(() => Loan, {
    description: 'Asks for a machine, for whom the caller acts. Holds the time until it is answered.',
  })
  requestLoan(@Arg('input', () => RequestLoanInput) input: RequestLoanInput, @Ctx() { services, viewer }: Context) {
    return services.borrowing.request(viewer, input);
  }

  @Authorized()
  @Mutation(() => Loan, { description: 'Takes a loan one step further, by the side that may: one of `can`.' })
  moveLoan(@Args(() => MoveArgs) { id, move, ...input }: MoveArgs, @Ctx() { services, viewer }: Context) {
    return services.borrowing.move(viewer, id, move, input);
  }

  @Authorized()
  @Mutation(() => Loan, {
    description: 'Asks for a later end. Granted at once where the owner lets requests be accepted by themselves.',
  })
  askExtension(
    @Args(() => AskExtensionArgs) { id, until, note }: AskExtensionArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.extensions.ask(viewer, id, until, note);
  }

  @Authorized()
  @Mutation(() => Loan, { description: 'Agrees to a later end or declines it, by the lender.' })
  answerExtension(
    @Args(() => AnswerExtensionArgs) { id, agrees, note }: AnswerExtensionArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.extensions.answer(viewer, id, agrees, note);
  }
}
