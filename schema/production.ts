/** The words of the production exchange that the gateway and the web both know. */

/** What a part and a place may require, in the order a person reads them. */
export const requirements = [
  'process',
  'material',
  'thickness',
  'size',
  'tolerance',
  'quantity',
  'finish',
  'deadline',
  'distance',
] as const;
export type Requirement = (typeof requirements)[number];

/** `no` excludes; `to_confirm` stays in, costs score and becomes a question in the offer. */
export const verdicts = ['yes', 'to_confirm', 'no'] as const;
export type Verdict = (typeof verdicts)[number];

/** General tolerances of ISO 2768-1, finest first: fine, medium, coarse, very coarse. */
export const toleranceClasses = ['f', 'm', 'c', 'v'] as const;
export type ToleranceClass = (typeof toleranceClasses)[number];

/** How well a capability is known, weakest first. */
export const evidences = ['imported', 'declared', 'confirmed', 'witnessed'] as const;
export type Evidence = (typeof evidences)[number];

/** How far an imported limit may be wrong: published process figures differ by 2 to 5 times, so the lab is asked first. */
export const importedSlack = 2;

export const requestStates = [
  'draft',
  'routing',
  'awarded',
  'in_production',
  'delivered',
  'done',
  'unroutable',
  'cancelled',
] as const;
export type RequestState = (typeof requestStates)[number];

/** `given_up`: accepted first, then handed back by the lab. */
export const offerStates = ['proposed', 'viewed', 'accepted', 'declined', 'expired', 'withdrawn', 'given_up'] as const;
export type OfferState = (typeof offerStates)[number];

/** `wrong_capability` asks the lab to correct its record; `no_capacity` never lowers its reliability. */
export const declineReasons = [
  'no_capacity',
  'wrong_capability',
  'price',
  'material',
  'deadline',
  'not_our_kind',
  'unclear_file',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/**
 * Why no lab was found: nobody can, those who can have nobody here to answer, everybody who can was asked, enough were
 * asked, or the date is past.
 */
export const stopReasons = ['nobody_capable', 'nobody_here', 'all_asked', 'offer_limit', 'too_late'] as const;
export type StopReason = (typeof stopReasons)[number];
