import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { FilePurpose } from '../../../schema/files.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { FilePurposeEnum, Photo } from '../files/file.entity.ts';
import { mayPhotograph } from './loan-photos.rules.ts';
import { Loan } from './loan.entity.ts';
import { sideOf } from '../identity/sides.ts';

/** Photos of a loan: whoever reads the loan is one of its sides. */
@Resolver(() => Loan)
export class LoanPhotosResolver {
  @FieldResolver(() => [Photo], { description: 'The machine as it left, oldest first.' })
  handOverPhotos(@Root() { _id }: Loan, @Ctx() { loaders }: Context) {
    return loaders.filesOf.load({ purpose: 'hand_over_photo', subjectId: _id });
  }

  @FieldResolver(() => [Photo], { description: 'The machine as it came back, oldest first.' })
  takeBackPhotos(@Root() { _id }: Loan, @Ctx() { loaders }: Context) {
    return loaders.filesOf.load({ purpose: 'take_back_photo', subjectId: _id });
  }

  @FieldResolver(() => [FilePurposeEnum], { description: 'The moments of which the caller may add photos now.' })
  canPhotograph(@Root() loan: Loan, @Ctx() { viewer }: Context): FilePurpose[] {
    return mayPhotograph(loan.status, sideOf(viewer, loan), loan.kind);
  }
}
