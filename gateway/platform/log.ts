import { pino, type Logger } from 'pino';

export type { Logger };

/** Structured lines on standard output. Values that could name a person or open a session never reach them. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: {
      paths: ['email', 'password', 'token', 'cookie', 'authorization', '*.email', '*.password', '*.token', '*.cookie'],
      censor: '[removed]',
    },
  });
