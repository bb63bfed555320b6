import 'server-only';
import pino from 'pino';

/** Structured lines on standard output; passwords and what people wrote are never given to it. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });
