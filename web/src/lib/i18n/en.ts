import { catalogue } from './en/catalogue.ts';
import { basket } from './en/basket.ts';
import { borrowing } from './en/borrowing.ts';
import { agenda } from './en/agenda.ts';
import { counter } from './en/counter.ts';
import { common } from './en/common.ts';
import { files } from './en/files.ts';
import { finding } from './en/finding.ts';
import { exports } from './en/exports.ts';
import { happenings } from './en/happenings.ts';
import { desk } from './en/desk.ts';
import { home } from './en/home.ts';
import { identity } from './en/identity.ts';
import { intake } from './en/intake.ts';
import { map } from './en/map.ts';
import { notices } from './en/notices.ts';
import { pages } from './en/pages.ts';
import { privacy } from './en/privacy.ts';
import { production } from './en/production.ts';
import { fieldRules, refusals } from './en/refusals.ts';
import { network } from './en/network.ts';
import { shell } from './en/shell.ts';
import { workshop } from './en/workshop.ts';
import type { Messages } from './fr.ts';

export const en = {
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
} satisfies Messages;
