import { catalogue } from './fr/catalogue.ts';
import { basket } from './fr/basket.ts';
import { borrowing } from './fr/borrowing.ts';
import { agenda } from './fr/agenda.ts';
import { counter } from './fr/counter.ts';
import { common } from './fr/common.ts';
import { files } from './fr/files.ts';
import { finding } from './fr/finding.ts';
import { exports } from './fr/exports.ts';
import { happenings } from './fr/happenings.ts';
import { desk } from './fr/desk.ts';
import { home } from './fr/home.ts';
import { identity } from './fr/identity.ts';
import { intake } from './fr/intake.ts';
import { map } from './fr/map.ts';
import { notices } from './fr/notices.ts';
import { pages } from './fr/pages.ts';
import { privacy } from './fr/privacy.ts';
import { production } from './fr/production.ts';
import { fieldRules, refusals } from './fr/refusals.ts';
import { network } from './fr/network.ts';
import { shell } from './fr/shell.ts';
import { workshop } from './fr/workshop.ts';

/** The source of the words: its shape is the type that every other language must fill. One file per feature. */
export const fr = {
  workshop,
  network,
  catalogue,
  basket,
  borrowing,
  files,
  finding,
  exports,
  happenings,
  notices,
  desk,
  agenda,
  counter,
  common,
  shell,
  home,
  intake,
  map,
  pages,
  identity,
  privacy,
  production,
  refusals,
  fieldRules,
};

export type Messages = typeof fr;
