import { Length, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType } from 'type-graphql';
import { sharingLimits } from '../../../schema/sharing.ts';
import { limits } from '../../../schema/vocabulary.ts';

@ArgsType()
export class PurchaseShareArgs {
  @Field(() => ID, { description: 'The group purchase.' })
  @MaxLength(64)
  listingId!: string;

  @Field(() => Float, { defaultValue: 0, description: 'How much more would be pledged; 0 shows how it stands.' })
  @Min(0)
  @Max(sharingLimits.quantity)
  quantity!: number;
}

@InputType({ description: 'What came in of a group purchase.' })
export class NoteDelivery {
  @Field(() => ID, { description: 'The group purchase.' })
  @MaxLength(64)
  listingId!: string;

  @Field(() => Float, { description: 'How much came in.' })
  @Min(0.001)
  @Max(sharingLimits.quantity)
  quantity!: number;

  @Field(() => String, { defaultValue: '', description: 'What is said with it; those who ordered read it.' })
  @MaxLength(limits.note)
  note!: string;

  @Field(() => String, { description: 'Made once per form opened.' })
  @Length(8, 64)
  idempotencyKey!: string;
}
