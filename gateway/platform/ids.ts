import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';

export type NewId = () => string;

/** Twenty-four hexadecimal digits that grow with time, so that an index on ids is filled at its end. */
export const newId: NewId = () => new ObjectId().toHexString();

/** The same parts give the same id: an import or a seed that runs twice finds what it made. */
export const stableId = (...parts: string[]) => createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 24);
