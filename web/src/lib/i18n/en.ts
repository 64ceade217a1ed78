import * as everywhere from './en/everywhere.ts';
import { balance } from './en/balance.ts';
import { desk } from './en/desk.ts';
import { files } from './en/files.ts';
import { finding } from './en/finding.ts';
import { identity } from './en/identity.ts';
import { intake } from './en/intake.ts';
import { jobs } from './en/jobs.ts';
import { material } from './en/material.ts';
import { network } from './en/network.ts';
import { notices } from './en/notices.ts';
import { offering } from './en/offering.ts';
import { privacy } from './en/privacy.ts';
import { production } from './en/production.ts';
import { sharing } from './en/sharing.ts';
import { training } from './en/training.ts';
import { trainers } from './en/trainers.ts';
import { visiting } from './en/visiting.ts';
import { workshop } from './en/workshop.ts';
import { borrowing } from './en/borrowing.ts';
import { catalogue } from './en/catalogue.ts';
import type { Messages } from './fr.ts';

export const en = {
  ...everywhere,
  balance,
  desk,
  files,
  finding,
  identity,
  intake,
  jobs,
  material,
  network,
  notices,
  offering,
  privacy,
  production,
  sharing,
  training,
  catalogue,
  borrowing,
  trainers,
  visiting,
  workshop,
} satisfies Messages;
