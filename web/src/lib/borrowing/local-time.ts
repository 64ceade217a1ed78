/** How far a zone is from UTC at an instant, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

/**
 * The instant of a `datetime-local` field (`2026-11-25T13:30`) in the time zone of the place concerned, as ISO text;
 * undefined for anything else. A time that a change of clocks skips is the same distance after it; one that happens twice
 * is the first.
 */
export function instantIn(timeZone: string, text: string | null | undefined): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return undefined;
  const local = Date.parse(`${text}Z`);
  if (Number.isNaN(local)) return undefined;
  const day = 86_400_000;
  const [before, after] = [offsetAt(timeZone, local - day), offsetAt(timeZone, local + day)];
  const first = local - before;
  const instant = offsetAt(timeZone, first) === before ? first : local - after;
  const skipped = before !== after && offsetAt(timeZone, local - after) === before;
  return new Date(skipped ? first : instant).toISOString();
}
