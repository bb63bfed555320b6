import 'server-only';
import { oldBefore } from '@/lib/domain/retention';
import { portalNow, realNow } from '@/lib/server/clock';
import { retentionDays } from '@/lib/server/process/retention-settings';
import { deleteOldRecords, recordDeletion } from './mutations';

/** Deletes what has been kept for as long as the rules say; two runs at once delete each row once. */
export async function deleteOld(): Promise<void> {
  const days = retentionDays();
  // Sessions run by the real clock, messages by the portal's.
  const now = await portalNow();
  const deleted = {
    sessions: await deleteOldRecords('sessions', oldBefore(days.sessions, realNow())),
    deliveries: await deleteOldRecords('deliveries', oldBefore(days.deliveries, now)),
    messages: await deleteOldRecords('messages', oldBefore(days.messages, now)),
  };
  if (Object.values(deleted).some((count) => count > 0)) await recordDeletion(deleted);
}
