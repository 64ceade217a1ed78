import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Attachment, Photo } from '../files/file.entity.ts';
import { Resource } from './resource.entity.ts';

/** What is shown of a machine: its photos, and its papers. */
@Resolver(() => Resource)
export class ResourceFilesResolver {
  @FieldResolver(() => [Photo], { description: 'Its photos, oldest first.' })
  photos(@Root() { _id }: Resource, @Ctx() { loaders }: Context) {
    return loaders.filesOf.load({ purpose: 'equipment_photo', subjectId: _id });
  }

  @FieldResolver(() => [Attachment], { description: 'Its manual, its safety sheet: /files/documents/ID gives each.' })
  documents(@Root() { _id }: Resource, @Ctx() { loaders }: Context) {
    return loaders.filesOf.load({ purpose: 'equipment_document', subjectId: _id });
  }
}
