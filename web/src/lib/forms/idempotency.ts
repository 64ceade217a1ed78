import { kept, text, type Values } from './values.ts';

/** The name of the hidden field. */
export const keyField = 'idempotencyKey';

/** A key for one intention, made when the form is drawn: the same form sent twice acts once. */
export const newKey = (): string => crypto.randomUUID();

/** The key to draw: after a failure the same one, so that a lost reply is not a second act. */
export const keyFor = (fresh: string, values: Values | undefined): string => kept(values, keyField, fresh);

/** The key that a form sent; a form without one (sent by other means) gets its own. */
export const sentKey = (form: FormData): string => text(form, keyField) || newKey();
