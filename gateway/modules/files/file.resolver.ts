import { Length, Max, MaxLength, Min } from 'class-validator';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { fileLimits, type FilePurpose } from '../../../schema/files.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { FileDownload, FilePurposeEnum } from './file.entity.ts';

@ObjectType({ description: 'The right to send one file, once, by the tus protocol.' })
class UploadTicket {
  @Field(() => ID, { description: 'Id of the upload, and of the file once it is kept.' })
  id!: string;

  @Field(() => String, { description: 'To be sent with each request in the header `Upload-Ticket`. Shown this once.' })
  ticket!: string;

  @Field(() => String, { description: 'Path to which the bytes go, by PATCH.' })
  href!: string;

  @Field(() => Date, { description: 'Until when it may be begun; once begun, it may be resumed for a day.' })
  expiresAt!: Date;
}

@InputType({ description: 'A file that somebody is about to send.' })
export class OpenUploadInput {
  @Field(() => FilePurposeEnum, { description: 'What for.' })
  purpose!: FilePurpose;

  @Field(() => ID, { description: 'The equipment, workshop, loan or request that it is for.' })
  @Length(1, 64)
  subjectId!: string;

  @Field(() => String, { defaultValue: '', description: 'Its name, for people: it decides nothing.' })
  @MaxLength(fileLimits.nameLength * 2)
  name: string = '';

  @Field(() => String, { defaultValue: '', description: 'What it shows or says, in words.' })
  @MaxLength(limits.line)
  alt: string = '';

  @Field(() => Int, { description: 'Its size, in bytes.' })
  @Min(0)
  @Max(2_000_000_000)
  bytes!: number;
}

@Resolver(() => FileDownload)
export class FileResolver {
  @Authorized()
  @Mutation(() => UploadTicket, { description: 'A one-time ticket to send one file, for whoever may add it there.' })
  openUpload(@Arg('input', () => OpenUploadInput) input: OpenUploadInput, @Ctx() { services, viewer }: Context) {
    return services.uploads.open(viewer, input);
  }

  @Authorized()
  @Mutation(() => String, {
    description: 'The path that gives a file back, for some minutes, to whoever may read it. The download is noted.',
  })
  openDownload(@Arg('fileId', () => ID) fileId: string, @Ctx() { services, viewer }: Context) {
    return services.downloads.open(viewer, fileId);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Removes a file, by whoever may.' })
  async removeFile(@Arg('fileId', () => ID) fileId: string, @Ctx() { services, viewer }: Context) {
    await services.files.remove(viewer, fileId);
    return true;
  }

  @FieldResolver(() => PartyCard, { description: 'Who downloaded it.' })
  person(@Root() { by }: FileDownload, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope: 'person', id: by });
  }

  @FieldResolver(() => PartyCard, { description: 'For whom they acted.' })
  party(@Root() { party }: FileDownload, @Ctx() { loaders }: Context) {
    return loaders.party.load(party);
  }
}
