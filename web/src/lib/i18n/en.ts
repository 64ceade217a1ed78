import * as everywhere from './en/everywhere.ts';
import { desk } from './en/desk.ts';
import { intake } from './en/intake.ts';
import { notices } from './en/notices.ts';
import { privacy } from './en/privacy.ts';
import { production } from './en/production.ts';
import type { Messages } from './fr.ts';

export const en = { ...everywhere, desk, intake, notices, privacy, production } satisfies Messages;
