import type { DeskLineFragment } from '../graph/generated/graphql.ts';
import type { Format, Messages } from '../i18n/index.ts';

/** One line of the day sheet: a hand-over or a return, done or to do. */
export interface DayLine {
  loan: DeskLineFragment;
  direction: 'out' | 'in';
  /** The instant by which it is sorted. */
  at: string;
  time: string;
  label: string;
  thing: string;
  place: string;
  who: string;
  code: string;
  done: boolean;
}

/** Hand-overs and returns of one day, in the order of their hours; what was due on an earlier day says which. */
export function dayLines(
  t: Messages,
  format: Format,
  {
    day,
    handOvers,
    returns,
  }: { day: string; handOvers: readonly DeskLineFragment[]; returns: readonly DeskLineFragment[] },
): DayLine[] {
  const words = t.borrowing.desk;
  const line = (loan: DeskLineFragment, direction: 'out' | 'in'): DayLine => {
    const document = direction === 'out' ? loan.handOver : loan.takeBack;
    const planned = direction === 'out' ? loan.from : loan.until;
    const at = document?.at ?? planned;
    const isOfTheDay = format.isoDay(at) === day;
    return {
      loan,
      direction,
      at,
      time: isOfTheDay ? format.time(at) : '–',
      label: loan.use === 'on_site' && direction === 'out' ? words.onSite : words[direction],
      thing: loan.resource?.name ?? t.borrowing.page.gone,
      place: [loan.unit?.shelf, isOfTheDay ? '' : words.since(format.dateTime(at))].filter(Boolean).join(', '),
      who: loan.person.name === loan.borrower.name ? loan.person.name : `${loan.person.name}, ${loan.borrower.name}`,
      code: loan.unit?.code ?? loan.code,
      done: Boolean(document),
    };
  };
  return [...handOvers.map((loan) => line(loan, 'out')), ...returns.map((loan) => line(loan, 'in'))].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}
