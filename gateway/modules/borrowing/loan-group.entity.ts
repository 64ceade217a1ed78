import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type GroupKind, groupKinds, type LoanUse, loanUses } from '../../../schema/loans.ts';
import { type Public, publics } from '../../../schema/sharing.ts';
import { scopes } from '../../../schema/vocabulary.ts';
import type { RefusalParams } from '../../platform/refusal.ts';
import type { Party } from '../identity/viewer.ts';
import { GroupKindEnum, LoanUseEnum } from './loan.enums.ts';

@ObjectType({ description: 'A figure of a refusal: its name and its value.' })
export class RefusalFigure {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Value, as text.' })
  value?: string;
}

export const figuresOf = (params: RefusalParams | undefined): RefusalFigure[] =>
  Object.entries(params ?? {}).map(([name, value]) => ({ name, ...(value !== null && { value: String(value) }) }));

@ObjectType({ description: 'A line of a basket as it was asked for, and what became of it.' })
export class AskedLine {
  @Field(() => ID, { name: 'id', description: 'Id of the line.' })
  id!: string;

  resourceId!: string;

  @Field(() => Date, { description: 'Start, included.' })
  from!: Date;

  @Field(() => Date, { description: 'End, excluded.' })
  until!: Date;

  @Field(() => LoanUseEnum, { description: 'On site or taken away.' })
  use!: LoanUse;

  @Field(() => Int, { description: 'How many units.' })
  quantity!: number;

  note!: string;
  loanIds!: string[];

  @Field(() => String, { nullable: true, description: 'Why it was refused; null when it was asked for.' })
  refusal?: string;

  refusalParams?: RefusalParams;
}

@ObjectType({ description: 'A part of a basket as it was asked for, and what became of it.' })
export class AskedPart {
  @Field(() => ID, { description: 'Id of the part.' })
  id!: string;

  listingId!: string;

  @Field(() => Float, { description: 'How much, in the measure of the listing.' })
  quantity!: number;

  as?: Public;
  note!: string;
  claimId?: string;

  @Field(() => String, { nullable: true, description: 'Why it was refused; null when it was asked for.' })
  refusal?: string;

  refusalParams?: RefusalParams;
}

@ObjectType({
  description:
    'Loans and parts asked for together: a basket over several workshops, or one machine again and again. Each stays an exchange of its own.',
})
export class LoanGroup {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => GroupKindEnum, { description: 'A basket or a series.' })
  kind!: GroupKind;

  @Field(() => Boolean, {
    description:
      'Whether the borrower wanted all of it or nothing. It was asked for in one go; when a lender then declines, the borrower is told and may cancel the rest in one step.',
  })
  whole!: boolean;

  personId!: string;
  party!: Party;

  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt!: Date;

  lines!: AskedLine[];
  parts?: AskedPart[];
}

const plain = { _id: false } as const;

export const LoanGroupRecord = model<LoanGroup>(
  'LoanGroup',
  new Schema<LoanGroup>({
    _id: { type: String, required: true },
    kind: { type: String, enum: groupKinds, required: true },
    whole: { type: Boolean, required: true },
    personId: { type: String, required: true },
    party: {
      type: new Schema<Party>({ scope: { type: String, enum: [...scopes, 'person'] }, id: String }, plain),
      required: true,
    },
    askedAt: { type: Date, required: true },
    lines: {
      type: [
        new Schema<AskedLine>(
          {
            id: { type: String, required: true },
            resourceId: { type: String, required: true },
            from: { type: Date, required: true },
            until: { type: Date, required: true },
            use: { type: String, enum: loanUses, required: true },
            quantity: { type: Number, required: true },
            note: { type: String, default: '' },
            loanIds: { type: [String], default: [] },
            refusal: String,
            refusalParams: Schema.Types.Mixed,
          },
          plain,
        ),
      ],
      default: [],
    },
    parts: {
      type: [
        new Schema<AskedPart>(
          {
            id: { type: String, required: true },
            listingId: { type: String, required: true },
            quantity: { type: Number, required: true },
            as: { type: String, enum: publics },
            note: { type: String, default: '' },
            claimId: String,
            refusal: String,
            refusalParams: Schema.Types.Mixed,
          },
          plain,
        ),
      ],
      default: [],
    },
  }),
  'loan_groups',
);
