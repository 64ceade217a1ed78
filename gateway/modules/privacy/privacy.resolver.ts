import { Length } from 'class-validator';
import { Args, ArgsType, Authorized, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { AccountDeletion } from './privacy.entity.ts';

@ArgsType()
class DeleteAccountArgs {
  @Field(() => String, { description: 'The password of the account.' })
  @Length(1, 128)
  password!: string;
}

@Resolver()
export class PrivacyResolver {
  @Authorized()
  @Query(() => AccountDeletion, { description: 'What a deletion of the caller’s account would wait for, and close.' })
  accountDeletion(@Ctx() { services, viewer }: Context) {
    return services.deletion.foresee(viewer);
  }

  @Authorized()
  @Mutation(() => Boolean, {
    description: 'Deletes the caller’s account. What others need, loans and requests, stays without their name.',
  })
  deleteAccount(@Args(() => DeleteAccountArgs) { password }: DeleteAccountArgs, @Ctx() { services, viewer }: Context) {
    return services.deletion.delete(viewer, password);
  }
}
