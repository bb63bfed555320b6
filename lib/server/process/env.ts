import 'server-only';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AUTH_SECRET: z.string().min(32),
  /** The proxies in front that may name the visitor's address in X-Forwarded-For: 0 means that none is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** The address that people type; https there makes the session's cookie a secure one. */
  PORTAL_URL: z.url().default('http://localhost:3000'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(16),
  /** From which likeness on (trigrams, 0 to 1) a section is marked as nearly the same as last quarter's. */
  NEAR_COPY: z.coerce.number().min(0).max(1).default(0.8),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

let parsed: z.infer<typeof schema> | undefined;

/** The settings of this process; a missing or malformed one throws at its first use and names itself. */
export function env(): z.infer<typeof schema> {
  parsed ??= schema.parse(process.env);
  return parsed;
}
