import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/enum.ts';
import { type BlockReason, blockReasons } from './privacy.rules.ts';

const BlockReasonEnum = enumOf('BlockReason', blockReasons, 'Why an account cannot be deleted yet.');

@ObjectType({ description: 'Something to settle before an account can be deleted.' })
export class DeletionBlock {
  @Field(() => BlockReasonEnum, { description: 'Why.' })
  reason!: BlockReason;

  @Field(() => String, { description: 'Name of the organisation, or code of the loan or request.' })
  name!: string;

  @Field(() => String, { description: 'Address of its page on this site.' })
  path!: string;
}

@ObjectType({ description: 'What a deletion of the caller’s account waits for, and what closes with it.' })
export class AccountDeletion {
  @Field(() => [DeletionBlock], { description: 'What stands in the way; none, and it can be deleted.' })
  blocks!: DeletionBlock[];

  @Field(() => [String], { description: 'Names of the firms that close with it, since nobody else is in them.' })
  closes!: string[];

  @Field(() => [String], { description: 'Codes of the visits of somebody who teaches that it calls off.' })
  cancels!: string[];
}
