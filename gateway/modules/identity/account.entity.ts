import { model, Schema } from 'mongoose';
import { LONGEST_DAYS } from './session.rules.ts';

const ONE_DAY = 86_400;

/** Rows that the account library writes. Our own unique indexes stand here: its own are built in the background, unchecked. */
const rows = () => new Schema<{ _id: string }>({ _id: { type: String, required: true } }, { strict: false });

/** A session as the account library keeps it; the token opens it, and leaves this module for no answer. */
interface SessionRow {
  _id: string;
  token: string;
  userId: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  userAgent?: string | null;
}

export const SessionRecord = model<SessionRow>(
  'Session',
  new Schema<SessionRow>(
    {
      _id: { type: String, required: true },
      token: { type: String, required: true },
      userId: { type: String, required: true },
      createdAt: Date,
      updatedAt: Date,
      expiresAt: Date,
      userAgent: String,
    },
    { strict: false },
  )
    .index({ token: 1 }, { unique: true })
    .index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
    .index({ createdAt: 1 }, { expireAfterSeconds: LONGEST_DAYS * ONE_DAY })
    .index({ userId: 1 }),
  'session',
);

export const AccountRecord = model(
  'Account',
  rows().index({ providerId: 1, accountId: 1 }, { unique: true }).index({ userId: 1 }),
  'account',
);

// The account library reads and writes these two; here they get their indexes.
model(
  'Verification',
  rows().index({ identifier: 1 }).index({ expiresAt: 1 }, { expireAfterSeconds: 0 }),
  'verification',
);

model('RateLimit', rows().index({ key: 1 }, { unique: true }), 'rateLimit');

/** Wrong passwords tried on one account, whatever addresses they came from. */
export interface FailedSignIns {
  /** The e-mail, folded. */
  _id: string;
  count: number;
  lastAt: Date;
  lockedUntil?: Date;
}

export const FailedSignInsRecord = model<FailedSignIns>(
  'FailedSignIns',
  new Schema<FailedSignIns>({
    _id: { type: String, required: true },
    count: { type: Number, default: 0 },
    lastAt: { type: Date, required: true },
    lockedUntil: Date,
  }).index({ lastAt: 1 }, { expireAfterSeconds: ONE_DAY }),
  'failedSignIns',
);
