import { type LentKind, lentKind } from '$schema/kinds.ts';
import { dateOf, textOf, type FieldRules, type Refusals, wordReason } from '../wording.ts';
import { calendarFaults } from './agenda.ts';

/** Why a file is refused, by what was found in it. */
const fileFaults: Record<string, string> = {
  empty: 'This file is empty. Choose another one.',
  unknown: 'The content of this file is not recognised. Its name is not enough.',
  kind: 'This kind of file is not taken here.',
  broken: 'This file is damaged or incomplete. Save it again, then send it again.',
  tooComplex: 'This file is too complex to check. Simplify it or cut it up.',
  dangerous: 'This file holds what could harm whoever opens it. It is not kept.',
  image: 'This photo cannot be read: a whole JPEG, PNG, WebP or AVIF.',
  heic: 'A photo in HEIC, which is not read here. In the settings of the camera choose the most compatible format, or export it as JPEG.',
};

/** Why something stays on the list, by what it is. */
const inUse: Record<LentKind, string> = {
  equipment: 'This unit is booked or out. Wait for its return, or cancel its loans.',
  trainer: 'Visits are agreed or asked for. Wait until they took place, or cancel them.',
};

export const refusals: Refusals = {
  'web.failed': 'The request did not go through. Nothing was saved twice. Try again.',
  'account.wrong': 'Wrong address or password. Check both, or get a sign-in link.',
  'account.exists': 'This account could not be created. Try to sign in.',
  'account.email': 'This e-mail address is incomplete. Example: firstname@workshop.fr.',
  'account.name': 'Enter your name.',
  'account.shortPassword': 'Password too short: at least 12 characters.',
  'account.commonPassword': 'Password too easy to guess. Choose a phrase of your own.',
  'account.wrongPassword': 'Wrong password.',
  'account.badLink': 'This link has expired or has been used. Ask for another.',
  'account.notVerified': 'Address not confirmed yet. A new e-mail has just left: open its link.',
  'platform.signIn': 'Sign in to go on. What you typed is kept.',
  'platform.forbidden': 'Your role does not allow this. Nothing was changed.',
  'platform.notFound': 'Not found: moved, removed, or kept for others.',
  'platform.invalid': 'Some fields need another look. Nothing was saved.',
  'platform.unavailable': 'The service does not answer. What you typed is kept: try again in a minute.',
  'platform.limited': 'Too many tries in a short time. Wait a minute, then try again.',
  'platform.keyReused': 'This form has already been used for something else. Reload the page and start again.',
  'platform.badCursor': 'This page of results no longer exists. Go back to the first.',
  'identity.verifyEmail': 'Confirm your address first: a link was sent to you by e-mail.',
  'identity.siret': 'This SIRET does not exist: 14 digits, the last of which checks the others.',
  'identity.actingFor': 'You have no role in this organisation. Choose another at the top of the page.',
  'identity.invitationOver': 'This invitation has expired or has been used. Ask for another.',
  'identity.invitationForOther': 'This invitation is for another address. Sign in with the one that received it.',
  'identity.lastManager': 'This is the last person in charge. Name another one first.',
  'identity.alreadyMember': 'This person already has this role.',
  'network.alreadyAsked': 'Membership is already requested or granted.',
  'network.codeTaken': 'This network code is taken. Choose another.',
  'network.closedMove': 'This membership has moved on meanwhile. The page shows where it stands.',
  'workshop.codeTaken': 'These three letters belong to another workshop. Choose others.',
  'workshop.hours': 'Opening hours need another look: two spans overlap, or one ends before it starts.',
  'workshop.closure': 'Check this closure: the end comes before the start, or a date does not exist.',
  'workshop.place': 'This place cannot be found. Give a town, a postal code, or “latitude, longitude”.',
  'privacy.password': 'Wrong password. The account was not deleted. Try again.',
  'privacy.last_manager': (params) =>
    `You are the last manager of ${textOf(params, 'name')}. Name another one, then try again.`,
  'privacy.open_loan': (params) =>
    `Loan ${textOf(params, 'name')} is still open. Return the machine or cancel the request, then try again.`,
  'privacy.open_part': (params) =>
    `Part ${textOf(params, 'name')} is still open. Cancel it or receive it, then try again.`,
  'privacy.open_request': (params) =>
    `Request ${textOf(params, 'name')} is still under way. Wait for its end or withdraw it, then try again.`,
  'workshop.importFile': 'File refused: CSV, JSON or GeoJSON, 5\u00A0MB at most. From a spreadsheet, save as CSV.',
  'workshop.importTicket': 'Sending took too long. Choose the file again.',
  'workshop.importMatching': 'A column that is needed is not chosen. Choose it, then check again.',
  'workshop.importEmpty': 'No row of this file can be imported. Correct it, then send it again.',
  'workshop.importState': 'This import has moved on meanwhile. The page shows where it stands.',
  'finding.tooMany': ({ most }) => `You keep ${String(most)} searches already. Remove one to keep another.`,
  'finding.tooWide': ({ most }) =>
    `More than ${String(most)} machines answer already: narrow the search to be told of what is new.`,
  'catalogue.process': 'This process is not in the list.',
  'catalogue.material': 'This material is not in the list.',
  'catalogue.banned': 'This material must never go through this process: it gives off a dangerous gas. Remove the row.',
  'catalogue.booked': (params, format) => {
    const [from, until] = [dateOf(params, 'from'), dateOf(params, 'until')];
    const others = Number(params.others ?? 0);
    const first = from && until ? `: ${format.period(from, until)}` : '';
    return `Already booked${first}${others > 0 ? `, and ${others} more` : ''}. Nothing has changed: cancel that loan, or choose other dates.`;
  },
  'catalogue.codeTaken': (params) =>
    `The code ${textOf(params, 'code')} is on another machine of the workshop. Choose another.`,
  'catalogue.tooManyUnits': (params) => `An equipment has ${textOf(params, 'most')} units at most.`,
  'catalogue.unitInUse': (params) => inUse[lentKind(textOf(params, 'kind'))],
  'catalogue.unitRemoved': 'This unit has been removed.',
  'catalogue.trainerPerson': 'This person is not of the workshop. Invite them to its team first.',
  'catalogue.lastUnit': 'This is the last unit. Remove the whole equipment.',
  'calendar.taken': (params, format) => {
    const [from, until] = [dateOf(params, 'nextFrom'), dateOf(params, 'nextUntil')];
    const free = from && until ? ` Free next: ${format.period(from, until)}.` : ' Choose another slot.';
    return `This slot has just been taken.${free}`;
  },
  'calendar.outOfService': (params, format) => {
    const until = dateOf(params, 'until');
    return until
      ? `This machine is out of service until ${format.dateTime(until)}. Choose a date after that.`
      : 'This machine is out of service. Choose another.';
  },
  'calendar.period': 'The end must come after the start.',
  'calendar.past': 'This moment has passed. Choose a date to come.',
  'calendar.notice': (params, format) => {
    const earliest = dateOf(params, 'earliest');
    return earliest
      ? `The workshop asks for notice. First possible slot: ${format.dateTime(earliest)}.`
      : 'The workshop asks for more notice. Choose a later date.';
  },
  'calendar.tooLong': 'This is longer than the workshop allows. Shorten the loan.',
  'calendar.closed': 'The workshop is closed at that time. Choose a time when it is open.',
  'agenda.unreadable': (params) =>
    `This file is not read: ${calendarFaults[textOf(params, 'reason')] ?? calendarFaults.broken}. Nothing was blocked.`,
  'agenda.address': 'This is not the address of a calendar. It begins with https:// or webcal://.',
  'agenda.unreachable': (params) =>
    `The calendar could not be read: ${calendarFaults[textOf(params, 'reason')] ?? calendarFaults.unreachable}. Nothing was blocked.`,
  'agenda.tooManyFeeds': (params) => `You have ${textOf(params, 'most')} addresses at most. Remove one first.`,
  'agenda.tooManyCalendars': (params) =>
    `A workshop has ${textOf(params, 'most')} calendars at most. Remove one first.`,
  'borrowing.audience': 'This machine is lent to network members only. Act on behalf of your workshop, or write to it.',
  'borrowing.ownMachine': 'This machine belongs to your workshop. To occupy it, take it out of service.',
  'borrowing.accreditation': (params, format) => {
    const name = textOf(params, 'accreditation') || textOf(params, 'name');
    const missing = name ? `The accreditation ${name} is missing` : 'An accreditation is missing';
    const next = dateOf(params, 'trainingFrom');
    return next
      ? `${missing}. Next training: ${format.shortDate(next)}, ${textOf(params, 'trainingWorkshop')}, ${textOf(params, 'trainingCity')}.`
      : `${missing}. Ask the workshop how to get it.`;
  },
  'training.machine': 'One of the machines chosen is not of your workshop. Take it out of the training.',
  'training.taken': (params, format) => {
    const [from, until] = [dateOf(params, 'nextFrom'), dateOf(params, 'nextUntil')];
    const machine = textOf(params, 'machine') || 'A machine';
    return from && until
      ? `${machine} is already taken on these dates. Free next: ${format.period(from, until)}.`
      : `${machine} is already taken on these dates. Choose others.`;
  },
  'borrowing.closedMove': 'This loan has moved on in the meantime. The page shows where it stands.',
  'borrowing.noPlace': 'Act for a workshop or a firm: nobody travels without an address.',
  'borrowing.beyondRadius': (params, format) =>
    `It is ${format.number(Number(params.km))}\u00A0km by road, and ${format.number(Number(params.radius))}\u00A0km is the most. Look nearer to you.`,
  'borrowing.unitOut': 'This unit is not back yet. Choose another.',
  'borrowing.checklist': 'Each item of the list must be ticked or noted as missing.',
  'borrowing.terms': 'Read and accept the terms of the loan.',
  'borrowing.use': 'This machine is not used that way. Choose the use that is allowed.',
  'borrowing.extension': 'The new end must come after the old one.',
  'borrowing.extensionTaken': (params, format) => {
    const latest = dateOf(params, 'latest');
    return latest
      ? `Somebody else is waiting for it. You can keep it until ${format.dateTime(latest)}, no later.`
      : 'Somebody else is waiting for it right after. Bring it back on time.';
  },
  'borrowing.reason': 'Say why in one sentence. The other side will read it.',
  'borrowing.notYet': 'It is too early for this step. Wait for the start of the loan.',
  'borrowing.wholeBasket': (params, format) =>
    `Nothing was asked for, since you want all of it or nothing. “${textOf(params, 'machine')}” does not fit: ${wordReason(refusals, params, format)} Change or remove that line; the rest waits in the basket.`,
  'borrowing.basketFull': 'A basket holds 20 lines. Send these, then go on.',
  'borrowing.basketEmpty': 'No line of the basket has dates. Choose when, then ask.',
  'borrowing.basketMoved': 'This basket has already been sent, or changed meanwhile. Nothing was asked for twice.',
  'borrowing.recurrence': 'This recurrence gives no date. Choose a later end.',
  'production.closedMove': 'This request has moved on in the meantime. The page shows where it stands.',
  'production.draftIncomplete': 'Not enough to look for a workshop. Fill in the marked fields.',
  'production.offerOver': (params, format) => {
    const at = dateOf(params, 'expiredAt');
    return at
      ? `The offer expired at ${format.time(at)}; another workshop has it.`
      : 'The offer has expired; another workshop has it.';
  },
  'production.alreadyAwarded': 'Another workshop has accepted. Nothing was booked at yours.',
  'production.noMachineTime': (params, format) => {
    const [machine, earliest] = [textOf(params, 'machine'), dateOf(params, 'earliest')];
    const done = earliest ? ` It would be done on ${format.dateTime(earliest)}.` : '';
    return `${machine || 'The machine'} has too little free time before the date.${done} Free some time, or pass.`;
  },
  'production.deadlinePast': 'The date wanted has passed. Choose a date to come.',
  'production.place': 'This place of delivery cannot be found. Enter a commune or a postal code.',
  'production.secrecy': 'Agree to the confidentiality undertaking first.',
  'sharing.tooMuch': (params) =>
    Number(params.left) === 0
      ? 'Nothing is left. Nothing was taken. Wait, or look elsewhere.'
      : `${textOf(params, 'left')} left, you ask for ${textOf(params, 'asked')}. Ask for less.`,
  'sharing.step': (params) =>
    `Check the quantity: ${textOf(params, 'minimum')} at least, then by ${textOf(params, 'step')}.`,
  'sharing.over': 'Requests are closed. Nothing was taken. See what is still offered.',
  'sharing.own': 'Your own workshop offers it. Act for another organisation, or withdraw the offer.',
  'sharing.closedMove': 'It has moved on meanwhile. The page shows where it stands.',
  'sharing.reason': 'Say why: the people concerned will read it.',
  'sharing.incomplete': 'Something is missing to publish it. Fill in the field shown.',
  'sharing.past': 'That date has passed. Choose one to come.',
  'sharing.priceBreaks': (params) =>
    `Check the prices, row ${textOf(params, 'row')}: from ${textOf(params, 'from')} on, the price must be lower than in the row before, and the same for everyone.`,
  'purchase.promised':
    'Parts are already pledged at this price. To change the price, transport, sharing or supplier, cancel this purchase and offer another: everyone is told and released.',
  'sharing.uncollected': (params) =>
    Number(params.parts) === 1
      ? 'One part has not been collected. Wait, or say why you end it.'
      : `${textOf(params, 'parts')} parts have not been collected. Wait, or say why you end it.`,
  'jobs.workshopOnly': 'Only a workshop promises a share of a job. Act for yours.',
  'jobs.halves': (params) =>
    `${textOf(params, 'halves')} half-days make ${textOf(params, 'percent')} % of the week. Write that, or change the half-days.`,
  'jobs.season': (params) =>
    `This season holds ${textOf(params, 'most')} % of the year at most. Promise less, or make it longer.`,
  'jobs.closedMove': 'This is no longer possible: things have moved on. The page shows where they stand.',
  'jobs.reason': 'Say why: the person will read it.',
  'jobs.notOpen': 'This job takes no applications now.',
  'jobs.applied': 'You have applied already. Your application is on the page My applications.',
  'jobs.slots': (params) => `Propose from one to ${textOf(params, 'most')} times to come.`,
  'jobs.swap': 'This swap cannot be made: each must have the half-day it parts with, and not the one it gets.',
  'material.closedMove': 'This search is no longer open. The page shows where it stands.',
  'material.tooMany': (params) =>
    `There are ${textOf(params, 'most')} already, the most there can be. Close one first.`,
  'material.own': 'Your own workshop is looking for it. Act for another, or close the search.',
  'purchase.tooMuch': (params) =>
    `That is more than was ordered: ${textOf(params, 'left')} are still to come. Nothing was noted.`,
  'files.tooLarge': (params) => `File too large: ${Math.round(Number(params.most) / 1_000_000)}\u00A0MB at most.`,
  'files.tooMany': (params) => `There are already ${textOf(params, 'most')}, the most possible. Remove one first.`,
  'files.ticketOver': 'The time for this file is over. Start again.',
  'files.signed': 'This photo is part of the signed document, or was taken by somebody else: it stays.',
  'files.refused': (params) => fileFaults[textOf(params, 'fault')] ?? fileFaults.broken!,
  'production.process': 'This process is not in the list.',
};

export const fieldRules: FieldRules = {
  isEmail: 'Incomplete e-mail address.',
  isNotEmpty: 'To be filled in.',
  required: 'To be filled in.',
  minLength: 'Too short.',
  maxLength: 'Too long.',
  length: 'Check the length.',
  min: 'Too small.',
  max: 'Too large.',
  isInt: 'A whole number is expected.',
  isNumber: 'A number is expected.',
  isPositive: 'A number above zero is expected.',
  isUrl: 'Incomplete web address.',
  isIn: 'Choose from the list.',
  isEnum: 'Choose from the list.',
  arrayMinSize: 'At least one is needed.',
  arrayMaxSize: 'There are too many.',
  isDate: 'Unreadable date. Example: 25/11/2026.',
  other: 'Check this field.',
};
