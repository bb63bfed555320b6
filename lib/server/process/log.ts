import 'server-only';
import pino from 'pino';

/** Structured lines on standard output; passwords and texts of users must never be logged. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });
