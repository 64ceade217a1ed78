import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { OccurrenceState } from '../../../schema/loans.ts';
import type { Context } from '../../context.ts';
import { LoanWishInput } from './borrowing.inputs.ts';
import { LoanGroup } from './loan-group.entity.ts';
import { OccurrenceStateEnum } from './loan.enums.ts';
import { LoanQuote, Slot } from './quote.entity.ts';
import { RecurrenceInput, RequestSeriesInput } from './series.inputs.ts';

@ObjectType({ description: 'One time of a series, and what stands in its way.' })
export class Occurrence extends Slot {
  @Field(() => OccurrenceStateEnum, { description: 'Free, taken, closed, or refused for another reason.' })
  state!: OccurrenceState;

  @Field(() => LoanQuote, { description: 'What it takes; where time is missing, the next stretch that would do.' })
  quote!: LoanQuote;
}

@Resolver()
export class SeriesResolver {
  @Query(() => [Occurrence], {
    description:
      'The times of a series, on the clock of the workshop, with what collides. Holds nothing; open to visitors.',
  })
  async previewSeries(
    @Arg('first', () => LoanWishInput) first: LoanWishInput,
    @Arg('recurrence', () => RecurrenceInput) recurrence: RecurrenceInput,
    @Ctx() { services, viewer }: Context,
  ): Promise<Occurrence[]> {
    const times = await services.series.preview(viewer, first, recurrence);
    return times.map(({ quote: { conditions, price, holdUntil, closures }, ...time }) => ({
      ...time,
      quote: {
        conditions,
        price,
        closures,
        ...(holdUntil && { holdUntil }),
        possible: conditions.every(({ met }) => met),
      },
    }));
  }

  @Authorized()
  @Mutation(() => LoanGroup, { description: 'Asks for one machine several times, in one transaction.' })
  requestSeries(
    @Arg('input', () => RequestSeriesInput) input: RequestSeriesInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.series.request(viewer, input);
  }
}
