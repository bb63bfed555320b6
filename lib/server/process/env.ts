import 'server-only';
import { z } from 'zod';

/** The portal lies at the root of its host: its cookies, redirects and policies name no folder. */
const isOrigin = (address: string) => URL.canParse(address) && new URL(address).href === `${new URL(address).origin}/`;

export const portalSettingsSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AUTH_SECRET: z.string().min(32),
  /** Number of our own proxies whose X-Forwarded-For is trusted; 0 trusts none. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** The public address of the portal; with https the session cookie is a secure one. */
  PORTAL_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isOrigin)
    .default('http://localhost:3000'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(16),
  /** Likeness (trigrams, 0 to 1) from which on a section is marked as nearly the same as the last period's. */
  NEAR_COPY: z.coerce.number().min(0).max(1).default(0.8),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Gives the names that a setting lists, separated by commas. */
export const listedNames = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/** Gives the variables that are set; an empty one counts as absent. */
export function withoutEmpty(variables: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

/**
 * Parses settings that are read again each time, which is cheap. An empty variable counts as absent; the error for a
 * malformed one names it.
 */
export function settingsOf<Schema extends z.ZodType>(schema: Schema, variables = process.env): z.output<Schema> {
  return schema.parse(withoutEmpty(variables));
}

let parsed: z.infer<typeof portalSettingsSchema> | undefined;

/** Gives the settings of this process; the first use throws an error that names a missing or malformed one. */
export function env(): z.infer<typeof portalSettingsSchema> {
  parsed ??= settingsOf(portalSettingsSchema);
  return parsed;
}
