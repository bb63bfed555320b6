import { z } from 'zod';
import { deliverySettingsSchema } from '@/lib/server/delivery/delivery-settings';
import { evidenceSettingsSchema } from '@/lib/server/files/evidence-settings';
import { portalSettingsSchema, withoutEmpty } from '@/lib/server/process/env';
import { plainConnectionsSchema } from '@/lib/server/process/plain-connections';
import { retentionSettingsSchema } from '@/lib/server/process/retention-settings';
import { siteSettingsSchema } from '@/lib/server/process/site-settings';
import { languageSettingsSchema } from '@/lib/text/portal-language';

const flag = z.enum(['0', '1']).optional();

/** Settings that only the commands read. */
export const commandSettingsSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(65_535))
    .default(3000),
  /** The address on which the portal listens: a name or an address of this machine. */
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  /** Seconds for which a start waits for its database. */
  START_WAIT: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .default(Number.POSITIVE_INFINITY),
  /** 1 where a demonstration is meant although settings of a real portal are there. */
  DEMONSTRATION: flag,
  /** 1 where people may use the portal without encryption. */
  ALLOW_HTTP: flag,
});

/** Every setting, in the order in which faults are told. */
const settingsSchema = commandSettingsSchema
  .extend(portalSettingsSchema.shape)
  .extend(plainConnectionsSchema.shape)
  .extend(siteSettingsSchema.shape)
  .extend(evidenceSettingsSchema.shape)
  .extend(retentionSettingsSchema.shape)
  .extend(deliverySettingsSchema.shape)
  .extend(languageSettingsSchema.shape)
  .partial();

export type SettingName = keyof typeof settingsSchema.shape;

export const settingNames = Object.keys(settingsSchema.shape) as SettingName[];

/** Gives the settings that are there and malformed, each once. */
export function malformedSettings(variables: NodeJS.ProcessEnv): SettingName[] {
  const { error } = settingsSchema.safeParse(withoutEmpty(variables));
  return [...new Set(error?.issues.map(({ path }) => path[0] as SettingName))];
}
