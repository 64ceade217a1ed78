import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import {
  extensionStates,
  loanEvents,
  type LoanStatus,
  loanStatuses,
  type LoanUse,
  loanUses,
} from '../../../schema/loans.ts';
import { type KindName, kindNames } from '../../../schema/kinds.ts';
import { scopes } from '../../../schema/vocabulary.ts';
import { Terms } from '../catalogue/resource.entity.ts';
import type { Lent } from '../identity/sides.ts';
import type { Party } from '../identity/viewer.ts';
import { LoanStatusEnum, LoanUseEnum } from './loan.enums.ts';
import {
  AnnulledDocument,
  type Consent,
  HandOverDocument,
  LoanExtension,
  LoanLine,
  LoanPrice,
  LoanTravel,
  TakeBackDocument,
} from './loan-parts.entity.ts';

/** What the clock says of a loan, once each: reminders by their lead in hours or on the day, and what is late. */
const tellings = [
  'handOver48',
  'handOver',
  'handOver2',
  'handOverDay',
  'back48',
  'back',
  'back2',
  'backDay',
  'late',
  'nextLate',
] as const;
export type Told = (typeof tellings)[number];

@ObjectType({ description: 'A machine lent, from asking to closed. Only its two sides see it.' })
export class Loan {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'Its code, as on the loan slip: BP-2026-0147.' })
  code!: string;

  @Field(() => LoanStatusEnum, { description: 'Where it stands.' })
  status!: LoanStatus;

  resourceId!: string;
  unitId!: string;
  workshopId!: string;
  party!: Party;
  /** Who asked, and answers for the machine: the accreditation is theirs. */
  personId!: string;
  /** The basket or the series that it was asked for with. */
  groupId?: string;

  /** Equipment where nothing is said. */
  kind?: KindName;
  /** The person who is lent, where it is one. */
  lent?: Lent;
  /** Who must agree, where that is more than whoever lends. */
  consents?: Consent[];

  @Field(() => LoanTravel, { nullable: true, description: 'The road to the borrower, of somebody who comes to them.' })
  travel?: LoanTravel;

  @Field(() => Date, { description: 'Start, included.' })
  from!: Date;

  @Field(() => Date, { description: 'End, excluded.' })
  until!: Date;

  @Field(() => LoanUseEnum, { description: 'On site or taken away.' })
  use!: LoanUse;

  @Field(() => String, { description: 'What the borrower said: the material, the job; may be empty.' })
  note!: string;

  @Field(() => Terms, { description: 'The terms as they were when it was asked for.' })
  terms!: Terms;

  @Field(() => LoanPrice, { description: 'What it costs.' })
  price!: LoanPrice;

  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when a request holds its time.' })
  holdUntil?: Date;

  @Field(() => LoanExtension, { nullable: true, description: 'The last extension asked for.' })
  extension?: LoanExtension;

  @Field(() => HandOverDocument, { nullable: true, description: 'The hand-over document.' })
  handOver?: HandOverDocument;

  @Field(() => TakeBackDocument, { nullable: true, description: 'The return document.' })
  takeBack?: TakeBackDocument;

  @Field(() => [AnnulledDocument], { nullable: true, description: 'Documents annulled, oldest first.' })
  annulled?: AnnulledDocument[];

  @Field(() => [LoanLine], { description: 'The journal, oldest first.' })
  history!: LoanLine[];

  /** When the last step was taken: what can still be undone is found by it. */
  movedAt?: Date;

  /** What the clock has already told people of this loan, so that it tells it once. */
  told!: Partial<Record<Told, Date>>;
  revision!: number;
}

const plain = { _id: false } as const;
const text = { type: String, default: '' } as const;

const partySchema = new Schema<Party>({ scope: { type: String, enum: [...scopes, 'person'] }, id: String }, plain);

const handOverSchema = new Schema<HandOverDocument>(
  {
    at: Date,
    personId: String,
    unitId: String,
    receivedBy: text,
    present: [String],
    missing: [String],
    condition: text,
    terms: text,
  },
  plain,
);
const takeBackSchema = new Schema<TakeBackDocument>(
  {
    at: Date,
    personId: String,
    broughtBy: text,
    present: [String],
    missing: [String],
    condition: text,
    damage: String,
  },
  plain,
);

export const LoanRecord = model<Loan>(
  'Loan',
  new Schema<Loan>(
    {
      _id: { type: String, required: true },
      code: { type: String, required: true },
      status: { type: String, enum: loanStatuses, required: true },
      resourceId: { type: String, required: true },
      unitId: { type: String, required: true },
      workshopId: { type: String, required: true },
      party: { type: partySchema, required: true },
      personId: { type: String, required: true },
      groupId: String,
      kind: { type: String, enum: kindNames },
      lent: new Schema<Lent>({ personId: String, employed: Boolean }, plain),
      consents: {
        type: [new Schema<Consent>({ party: partySchema, at: Date, personId: String }, plain)],
        default: undefined,
      },
      travel: Schema.Types.Mixed,
      from: { type: Date, required: true },
      until: { type: Date, required: true },
      use: { type: String, enum: loanUses, required: true },
      note: text,
      terms: { type: Schema.Types.Mixed, required: true },
      price: { type: Schema.Types.Mixed, required: true },
      askedAt: { type: Date, required: true },
      holdUntil: Date,
      extension: new Schema<LoanExtension>(
        { state: { type: String, enum: extensionStates }, until: Date, holdUntil: Date },
        plain,
      ),
      handOver: handOverSchema,
      takeBack: takeBackSchema,
      annulled: {
        type: [
          new Schema<AnnulledDocument>(
            { at: Date, personId: String, handOver: handOverSchema, takeBack: takeBackSchema },
            plain,
          ),
        ],
        default: undefined,
      },
      movedAt: Date,
      history: {
        type: [
          new Schema<LoanLine>(
            { at: Date, event: { type: String, enum: loanEvents }, by: String, personId: String, note: String },
            plain,
          ),
        ],
        required: true,
      },
      told: {
        type: new Schema<Loan['told']>(Object.fromEntries(tellings.map((what) => [what, Date])), plain),
        default: {},
      },
      revision: { type: Number, default: 0 },
    },
    { minimize: false },
  )
    .index({ code: 1 }, { unique: true })
    .index({ workshopId: 1, status: 1, from: 1 })
    .index({ workshopId: 1, status: 1, until: 1 })
    .index({ workshopId: 1, 'handOver.at': 1 })
    .index({ workshopId: 1, 'takeBack.at': 1 })
    .index({ workshopId: 1, 'extension.state': 1, until: 1 })
    .index({ workshopId: 1, movedAt: -1 })
    .index({ 'party.scope': 1, 'party.id': 1, status: 1, from: 1 })
    .index({ personId: 1, status: 1 })
    .index({ 'lent.personId': 1, status: 1 }, { partialFilterExpression: { 'lent.personId': { $exists: true } } })
    .index({ groupId: 1, from: 1 }, { partialFilterExpression: { groupId: { $exists: true } } })
    .index({ status: 1, holdUntil: 1 })
    .index({ status: 1, from: 1 })
    .index({ status: 1, until: 1 })
    .index(
      { 'extension.state': 1, 'extension.holdUntil': 1 },
      { partialFilterExpression: { 'extension.state': 'asked' } },
    )
    .index({ resourceId: 1, unitId: 1, from: 1 }),
  'loans',
);
