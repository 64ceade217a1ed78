import { Arg, Args, Authorized, Ctx, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { PageArgs, PageType } from '../../platform/page.ts';
import { ImportBatch } from './import-batch.entity.ts';
import { PrepareImportInput } from './import-batch.inputs.ts';

@ObjectType({ description: 'A page of imports.' })
class ImportBatchPage extends PageType(ImportBatch) {}

@Resolver(() => ImportBatch)
export class ImportBatchResolver {
  @Authorized()
  @Query(() => ImportBatchPage, { description: 'The imports of a network, newest first, for its head.' })
  importBatches(
    @Arg('networkCode', () => String) networkCode: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.importBatches.list(viewer, networkCode, args);
  }

  @Authorized()
  @Query(() => ImportBatch, { description: 'One import, for the head of its network.' })
  importBatch(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.importBatches.get(viewer, id);
  }

  @Authorized()
  @Mutation(() => String, {
    description: `The right to send one file to /files/imports?ticket=…, once, within 15 minutes, of ${limits.importBytes} bytes at most.`,
  })
  importTicket(
    @Arg('networkCode', () => String) networkCode: string,
    @Arg('filename', () => String) filename: string,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.importBatches.ticket(viewer, networkCode, filename);
  }

  @Authorized()
  @Mutation(() => ImportBatch, {
    description: 'Says how the file is to be read; it is then read, and nothing written.',
  })
  prepareImport(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => PrepareImportInput) input: PrepareImportInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.importBatches.prepare(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => ImportBatch, { description: 'Imports what was foreseen, in the background.' })
  runImport(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.importBatches.run(viewer, id);
  }

  @Authorized()
  @Mutation(() => ImportBatch, { description: 'Takes the import back where nothing has come to depend on it.' })
  undoImport(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.importBatches.undo(viewer, id);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Forgets a file that was not imported.' })
  discardImport(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.importBatches.discard(viewer, id);
  }
}
