import { Arg, Authorized, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { ExtensionMove, LoanMove, LoanSide } from '../../../schema/loans.ts';
import type { KindName } from '../../../schema/kinds.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { KindEnum, Resource, Unit } from '../catalogue/resource.entity.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { openMoves, isOverdue, turnsOf } from './borrowing.rules.ts';
import { openExtensionMoves } from './extension.rules.ts';
import { facing } from './consent.rules.ts';
import { Loan } from './loan.entity.ts';
import { LoanGroup } from './loan-group.entity.ts';
import { HandOverDocument, LoanLine, TakeBackDocument } from './loan-parts.entity.ts';
import { ExtensionMoveEnum, LoanMoveEnum, LoanSideEnum } from './loan.enums.ts';
import { lenderOf, sideOf } from '../identity/sides.ts';

@ObjectType({ description: 'A unit that the counter may hand over, or why not.' })
class UnitChoice {
  @Field(() => Unit, { description: 'The unit.' })
  unit!: Unit;

  @Field(() => Boolean, { description: 'Whether it is in the house and free for the whole loan.' })
  free!: boolean;
}

@ObjectType({ description: 'One of those who must agree to a loan.' })
class LoanConsent {
  @Field(() => PartyCard, { description: 'Who.' })
  party!: PartyCard;

  @Field(() => Date, { nullable: true, description: 'When they did; null as long as they have not.' })
  at?: Date;
}

const side = (loan: Loan, { viewer }: Context): LoanSide | undefined => {
  const actor = sideOf(viewer, loan);
  return actor === 'system' ? undefined : actor;
};

@Resolver(() => Loan)
export class LoanResolver {
  @Authorized()
  @Query(() => Loan, { description: 'A loan, for its two sides.' })
  loan(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.loans.get(viewer, id);
  }

  @FieldResolver(() => LoanSideEnum, { nullable: true, description: 'The side on which the caller stands.' })
  side(@Root() loan: Loan, @Ctx() context: Context): LoanSide | undefined {
    return side(loan, context);
  }

  @FieldResolver(() => KindEnum, { description: 'The kind of what is lent.' })
  kind(@Root() { kind = 'equipment' }: Loan): KindName {
    return kind;
  }

  @FieldResolver(() => [LoanConsent], { description: 'Who must agree, where that is more than whoever lends.' })
  consents(@Root() { consents = [] }: Loan, @Ctx() { loaders }: Context) {
    return consents.map(async ({ party, at }) => ({ party: await loaders.party.load(party), at }));
  }

  @FieldResolver(() => [LoanMoveEnum], { description: 'The steps open to the caller now.' })
  can(@Root() loan: Loan, @Ctx() context: Context): LoanMove[] {
    return openMoves(facing(context.viewer, loan), side(loan, context), context.services.clock());
  }

  @FieldResolver(() => [ExtensionMoveEnum], { description: 'The steps of an extension open to the caller now.' })
  canExtend(@Root() loan: Loan, @Ctx() context: Context): ExtensionMove[] {
    return openExtensionMoves(loan, side(loan, context), context.services.clock());
  }

  @FieldResolver(() => [LoanSideEnum], { description: 'The sides that must do something now.' })
  turns(@Root() loan: Loan, @Ctx() { services }: Context): LoanSide[] {
    return turnsOf(loan, services.clock());
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is out past its term.' })
  overdue(@Root() loan: Loan, @Ctx() { services }: Context): boolean {
    return isOverdue(loan, services.clock());
  }

  @FieldResolver(() => Resource, { nullable: true, description: 'The machine.' })
  resource(@Root() { resourceId }: Loan, @Ctx() { loaders }: Context) {
    return loaders.loanResource.load(resourceId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit booked, or handed over.' })
  async unit(@Root() { resourceId, unitId }: Loan, @Ctx() { loaders }: Context) {
    return (await loaders.loanResource.load(resourceId))?.units.find(({ id }) => id === unitId);
  }

  @FieldResolver(() => [UnitChoice], { description: 'The units that may be handed over.' })
  unitChoices(@Root() loan: Loan, @Ctx() { loaders }: Context) {
    return loaders.unitChoices.load(loan);
  }

  @FieldResolver(() => Workshop, { description: 'The workshop that lends.' })
  lender(@Root() { workshopId }: Loan, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.load(workshopId);
  }

  @FieldResolver(() => PartyCard, { description: 'Who borrows: an organisation, or a person on their own account.' })
  borrower(@Root() { party }: Loan, @Ctx() { loaders }: Context) {
    return loaders.party.load(party);
  }

  @FieldResolver(() => PartyCard, { description: 'The person who asked, and answers for the machine.' })
  person(@Root() { personId }: Loan, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope: 'person', id: personId });
  }

  @FieldResolver(() => PartyCard, { description: 'The lender, as a party.' })
  lenderParty(@Root() loan: Loan, @Ctx() { loaders }: Context) {
    return loaders.party.load(lenderOf(loan));
  }

  @FieldResolver(() => LoanGroup, { nullable: true, description: 'The basket or the series that it belongs to.' })
  group(@Root() { groupId }: Loan, @Ctx() { loaders }: Context) {
    return groupId ? loaders.loanGroup.load(groupId) : null;
  }

  @FieldResolver(() => Date, {
    description: 'The last end that an extension may ask for; its own end when there is no room.',
  })
  latestEnd(@Root() loan: Loan, @Ctx() { loaders }: Context) {
    return loaders.latestEnd.load(loan);
  }
}

const signed = { nullable: true, description: 'The person who did it; null for what time does.' } as const;
const signer = ({ personId }: { personId?: string }, { loaders }: Context) =>
  personId ? loaders.party.load({ scope: 'person', id: personId }) : null;

@Resolver(() => LoanLine)
export class LoanLineResolver {
  @FieldResolver(() => PartyCard, signed)
  person(@Root() line: LoanLine, @Ctx() context: Context) {
    return signer(line, context);
  }
}

@Resolver(() => HandOverDocument)
export class HandOverResolver {
  @FieldResolver(() => PartyCard, signed)
  person(@Root() document: HandOverDocument, @Ctx() context: Context) {
    return signer(document, context);
  }
}

@Resolver(() => TakeBackDocument)
export class TakeBackResolver {
  @FieldResolver(() => PartyCard, signed)
  person(@Root() document: TakeBackDocument, @Ctx() context: Context) {
    return signer(document, context);
  }
}
