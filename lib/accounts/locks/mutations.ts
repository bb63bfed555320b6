import 'server-only';
import { type Actor, hasRole } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { getCountersForUpdate, type LiftedLock } from './data';

/** The security administrator, or null for an operator at the machine itself. */
type Lifting = { actor: Actor | null; address: string };

/**
 * Lets those sign in again whom too many wrong passwords keep out: their counters begin anew. Gives how many were lifted.
 * Refuses everybody but the security administrator (`forbidden`), and where nothing is counted any more (`not-locked`).
 * Recorded for the auditor, and told to nobody: whoever waits has called and tries again.
 */
export async function unlockSignIn(lifted: LiftedLock, { actor, address }: Lifting): Promise<Result<number>> {
  if (actor && !hasRole(actor, ['security_administrator'])) return refused({ code: 'forbidden' });
  return db.$transaction(async (transaction) => {
    const counters = await getCountersForUpdate(transaction, lifted);
    if (counters.length === 0) return refused({ code: 'not-locked' });
    for (const { addressKey, userName, device, wrong } of counters) {
      await transaction.signInCounter.deleteMany({ where: { addressKey, userName, device } });
      const detail = { addressKey, userName, device: device !== '', wrong };
      await recordEvent(transaction, { name: 'sign-in-unlocked', accountId: actor?.accountId, address, detail });
    }
    return accepted(counters.length);
  });
}
