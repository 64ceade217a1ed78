/**
 * How long a session lives: thirty days without use, ninety in all. A workshop's counter stays signed in through the weekend
 * and a holiday; after a season everyone proves again who they are. Any number of sessions stand side by side.
 */
export const IDLE_SECONDS = 30 * 86_400;
export const LONGEST_DAYS = 90;

/** Whether a session has lived for as long as any may. */
export const isOver = (since: Date | string, now: Date): boolean =>
  now.getTime() - new Date(since).getTime() >= LONGEST_DAYS * 86_400_000;
