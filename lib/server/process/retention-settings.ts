import 'server-only';
import { z } from 'zod';
import { type KeptRecords, keptDays } from '@/lib/domain/retention';
import { settingsOf } from './env';

const days = (usual: number, least: number) => z.coerce.number().int().min(least).max(36_500).default(usual);

export const retentionSettingsSchema = z.object({
  KEEP_SESSIONS_DAYS: days(keptDays.sessions, 1),
  // A message of this month may still be sent or read.
  KEEP_DELIVERIES_DAYS: days(keptDays.deliveries, 30),
  KEEP_MESSAGES_DAYS: days(keptDays.messages, 30),
});

/** Gives for how many days records are kept, from the KEEP_ settings. */
export function retentionDays(): Record<KeptRecords, number> {
  const settings = settingsOf(retentionSettingsSchema);
  return {
    sessions: settings.KEEP_SESSIONS_DAYS,
    deliveries: settings.KEEP_DELIVERIES_DAYS,
    messages: settings.KEEP_MESSAGES_DAYS,
  };
}
