import {
  extensionMoveNames,
  extensionStates,
  groupKinds,
  groupMoves,
  loanConditions,
  loanEvents,
  loanMoveNames,
  loanSides,
  loanStatuses,
  loanUses,
  occurrenceStates,
  recurrences,
} from '../../../schema/loans.ts';
import { enumOf } from '../../platform/enum.ts';

export const LoanStatusEnum = enumOf('LoanStatus', loanStatuses, 'Where a loan stands.');
export const LoanSideEnum = enumOf('LoanSide', loanSides, 'The two sides of a loan.');
export const LoanActorEnum = enumOf('LoanActor', [...loanSides, 'system'], 'A side of a loan, or time itself.');
export const LoanUseEnum = enumOf('LoanUse', loanUses, 'Where a machine is used in one loan.');
export const LoanMoveEnum = enumOf('LoanMove', loanMoveNames, 'The steps of a loan.');
export const LoanEventEnum = enumOf('LoanEvent', loanEvents, 'What the journal of a loan can say.');
export const ExtensionStateEnum = enumOf('ExtensionState', extensionStates, 'Where an extension stands.');
export const ExtensionMoveEnum = enumOf('ExtensionMove', extensionMoveNames, 'The steps of an extension.');
export const LoanConditionEnum = enumOf('LoanCondition', loanConditions, 'What a request must meet.');
export const GroupKindEnum = enumOf('GroupKind', groupKinds, 'What keeps several loans together.');
export const GroupMoveEnum = enumOf('GroupMove', groupMoves, 'The steps that several loans can take in one go.');
export const RecurrenceEnum = enumOf('Recurrence', recurrences, 'How often a loan comes again.');
export const OccurrenceStateEnum = enumOf(
  'OccurrenceState',
  occurrenceStates,
  'What stands between one time of a series and asking for it.',
);
