import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Resolver } from 'type-graphql';
import { secrecyVersion } from '../../../schema/files.ts';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/page.ts';
import { Root } from '../../platform/root.ts';
import { Attachment, FileDownloadPage } from '../files/file.entity.ts';
import { speaksFor } from '../identity/viewer.ts';
import { Offer } from './offer.entity.ts';
import { mayWriteFiles } from './part-files.rules.ts';
import { ProductionRequest } from './request.entity.ts';

/** The files of a request as its asker sees them. */
@Resolver(() => ProductionRequest)
export class RequestFilesResolver {
  @FieldResolver(() => [Attachment], { description: 'Its drawings and models, oldest first; for its asker.' })
  files(@Root() { _id, askedFor }: ProductionRequest, @Ctx() { loaders, viewer }: Context) {
    return speaksFor(viewer, askedFor) ? loaders.filesOf.load({ purpose: 'request_file', subjectId: _id }) : [];
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may add files or take them away now.' })
  canAddFiles(@Root() { state, askedFor }: ProductionRequest, @Ctx() { viewer }: Context): boolean {
    return speaksFor(viewer, askedFor) && mayWriteFiles(state);
  }

  @FieldResolver(() => FileDownloadPage, { description: 'Who downloaded its files, the last first; for its asker.' })
  downloads(
    @Root() { _id, askedFor }: ProductionRequest,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    const subject = speaksFor(viewer, askedFor) ? _id : '';
    return services.downloads.logOf('request_file', subject, args);
  }
}

/** The files of a request as a lab sees them through its offer. */
@Resolver(() => Offer)
export class OfferFilesResolver {
  @Authorized()
  @Mutation(() => Offer, { description: 'A lab promises to keep the files of an offer to itself, in this wording.' })
  promiseSecrecy(
    @Arg('offerId', () => ID) offerId: string,
    @Arg('version', () => Int, { description: `The wording that was read; now ${secrecyVersion}.` }) version: number,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.partFiles.promise(viewer, offerId, version);
  }

  @FieldResolver(() => Int, { description: 'How many files come with the request.' })
  async fileCount(@Root() { requestId }: Offer, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.filesOf.load({ purpose: 'request_file', subjectId: requestId })).length;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the lab promised to keep the files to itself.' })
  secrecyPromised(@Root() { _id }: Offer, @Ctx() { services }: Context) {
    return services.partFiles.promised(_id);
  }

  @FieldResolver(() => [Attachment], {
    description: 'The files, once the lab has promised, and for as long as its offer lasts; none otherwise.',
  })
  async files(@Root() offer: Offer, @Ctx() { services, loaders, viewer }: Context) {
    const lab = speaksFor(viewer, { scope: 'workshop', id: offer.workshopId });
    if (!lab || !(await services.partFiles.opens(offer))) return [];
    return loaders.filesOf.load({ purpose: 'request_file', subjectId: offer.requestId });
  }
}
