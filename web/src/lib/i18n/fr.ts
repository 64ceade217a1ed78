import * as everywhere from './fr/everywhere.ts';
import { balance } from './fr/balance.ts';
import { desk } from './fr/desk.ts';
import { files } from './fr/files.ts';
import { finding } from './fr/finding.ts';
import { identity } from './fr/identity.ts';
import { intake } from './fr/intake.ts';
import { jobs } from './fr/jobs.ts';
import { material } from './fr/material.ts';
import { network } from './fr/network.ts';
import { notices } from './fr/notices.ts';
import { offering } from './fr/offering.ts';
import { privacy } from './fr/privacy.ts';
import { production } from './fr/production.ts';
import { sharing } from './fr/sharing.ts';
import { training } from './fr/training.ts';
import { trainers } from './fr/trainers.ts';
import { visiting } from './fr/visiting.ts';
import { workshop } from './fr/workshop.ts';
import { borrowing } from './fr/borrowing.ts';
import { catalogue } from './fr/catalogue.ts';

/** The source of the words: its shape is the type that every other language must fill. One file per feature. */
export const fr = {
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
};

export type Messages = typeof fr;
