import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { type AuthCheckerInterface, buildSchema, type ResolverData } from 'type-graphql';
import type { Context } from './context.ts';
import { AgendaResolver, ExternalCalendarResolver } from './modules/agenda/agenda.resolver.ts';
import { BorrowingResolver } from './modules/borrowing/borrowing.resolver.ts';
import { BasketLineResolver, BasketPartResolver, BasketResolver } from './modules/borrowing/basket.resolver.ts';
import {
  AskedLineResolver,
  AskedPartResolver,
  ClaimGroupResolver,
  LoanGroupResolver,
} from './modules/borrowing/group.resolver.ts';
import {
  HandOverResolver,
  LoanLineResolver,
  LoanResolver,
  TakeBackResolver,
} from './modules/borrowing/loan.resolver.ts';
import { SeriesResolver } from './modules/borrowing/series.resolver.ts';
import { LoanPhotosResolver } from './modules/borrowing/loan-photos.resolver.ts';
import { CalendarResolver } from './modules/calendar/calendar.resolver.ts';
import { CatalogueResolver, MachineModelResolver } from './modules/catalogue/catalogue.resolver.ts';
import { EquipmentResolver } from './modules/catalogue/equipment.resolver.ts';
import { TrainerPageResolver, TrainerResolver } from './modules/catalogue/trainer.resolver.ts';
import { ResourceFilesResolver } from './modules/catalogue/resource-files.resolver.ts';
import { FileResolver } from './modules/files/file.resolver.ts';
import { CounterResolver } from './modules/counter/counter.resolver.ts';
import { DeskResolver, LoanUndoResolver, SwapListingResolver } from './modules/borrowing/desk.resolver.ts';
import { FindingResolver } from './modules/finding/finding.resolver.ts';
import { FirmResolver } from './modules/firm/firm.resolver.ts';
import { InvitationResolver, MandateResolver, MeResolver } from './modules/identity/identity.resolver.ts';
import { SessionResolver } from './modules/identity/session.resolver.ts';
import { MembershipResolver, NetworkResolver } from './modules/network/network.resolver.ts';
import { pubSub } from './modules/notice/live.ts';
import { HappeningResolver, NoticeResolver, NoticeRowResolver } from './modules/notice/notice.resolver.ts';
import { PlaceResolver } from './modules/place/place.resolver.ts';
import { OfferResolver } from './modules/production/offer.resolver.ts';
import { OfferFilesResolver, RequestFilesResolver } from './modules/production/part-files.resolver.ts';
import { PrivacyResolver } from './modules/privacy/privacy.resolver.ts';
import { RequestMatchesResolver, RequestResolver } from './modules/production/request.resolver.ts';
import { WorkshopPhotoResolver } from './modules/workshop/workshop-photo.resolver.ts';
import { ClaimLineResolver, ClaimResolver } from './modules/sharing/claim.resolver.ts';
import { ListingPageResolver, ListingResolver } from './modules/sharing/listing.resolver.ts';
import { ListingPhotosResolver } from './modules/material/listing-photos.resolver.ts';
import {
  NeedAnswerResolver,
  NeedComparisonResolver,
  NeedMatchResolver,
  NeedResolver,
} from './modules/material/need.resolver.ts';
import {
  ApplicationLineResolver,
  ApplicationNoteResolver,
  ApplicationResolver,
  NetworkDeskResolver,
  SwapResolver,
} from './modules/hiring/application.resolver.ts';
import {
  JobResolver,
  JobShareResolver,
  WeekCellResolver,
  WeekClashResolver,
} from './modules/hiring/hiring.resolver.ts';
import { BalanceResolver } from './modules/balance/balance.resolver.ts';
import { ReuseResolver } from './modules/material/reuse.resolver.ts';
import { PurchaseResolver, ReceiptResolver } from './modules/purchase/purchase.resolver.ts';
import { ImportBatchResolver } from './modules/workshop/import-batch.resolver.ts';
import { WorkshopResolver } from './modules/workshop/workshop.resolver.ts';
import { TrainingPlanResolver } from './modules/training/plan.resolver.ts';
import { CostShareResolver, TrainingResolver } from './modules/training/training.resolver.ts';
import { AccreditationResolver, TrainingPolicyResolver } from './modules/training/accreditation.resolver.ts';
import { Refusal } from './platform/refusal.ts';

/** `@Authorized()` asks for a signed-in person; who may do a thing to this very row is for the services to say. */
class SignedIn implements AuthCheckerInterface<Context> {
  check({ context }: ResolverData<Context>): boolean {
    if (context.viewer.kind === 'visitor') throw new Refusal('platform.signIn');
    return true;
  }
}

/** Builds the whole schema; `SDL` of it is printed to schema/schema.graphql. */
export const buildMaillageSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [
      PlaceResolver,
      MeResolver,
      MandateResolver,
      SessionResolver,
      InvitationResolver,
      FirmResolver,
      FindingResolver,
      WorkshopResolver,
      ImportBatchResolver,
      PrivacyResolver,
      NetworkResolver,
      MembershipResolver,
      CatalogueResolver,
      MachineModelResolver,
      EquipmentResolver,
      TrainerPageResolver,
      TrainerResolver,
      CalendarResolver,
      LoanResolver,
      LoanLineResolver,
      HandOverResolver,
      TakeBackResolver,
      BorrowingResolver,
      DeskResolver,
      LoanUndoResolver,
      SwapListingResolver,
      AccreditationResolver,
      TrainingPolicyResolver,
      TrainingResolver,
      CostShareResolver,
      TrainingPlanResolver,
      BasketResolver,
      BasketLineResolver,
      BasketPartResolver,
      LoanGroupResolver,
      AskedLineResolver,
      AskedPartResolver,
      ClaimGroupResolver,
      SeriesResolver,
      ListingPageResolver,
      ListingResolver,
      ClaimResolver,
      ClaimLineResolver,
      ListingPhotosResolver,
      NeedResolver,
      NeedAnswerResolver,
      NeedMatchResolver,
      NeedComparisonResolver,
      ReuseResolver,
      BalanceResolver,
      JobResolver,
      JobShareResolver,
      WeekCellResolver,
      WeekClashResolver,
      ApplicationResolver,
      NetworkDeskResolver,
      ApplicationNoteResolver,
      ApplicationLineResolver,
      SwapResolver,
      PurchaseResolver,
      ReceiptResolver,
      RequestResolver,
      RequestMatchesResolver,
      OfferResolver,
      FileResolver,
      ResourceFilesResolver,
      WorkshopPhotoResolver,
      LoanPhotosResolver,
      RequestFilesResolver,
      OfferFilesResolver,
      CounterResolver,
      AgendaResolver,
      ExternalCalendarResolver,
      NoticeResolver,
      HappeningResolver,
      NoticeRowResolver,
    ],
    authChecker: SignedIn,
    pubSub,
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
