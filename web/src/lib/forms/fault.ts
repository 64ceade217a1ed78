import type { FormFault } from '../graph/submit.ts';

/** The refusal in what an action gave back (`form` of a page), whichever of its actions answered. */
export const faultIn = (form: unknown): FormFault | undefined =>
  typeof form === 'object' && form !== null && 'refusal' in form && form.refusal ? (form as FormFault) : undefined;
