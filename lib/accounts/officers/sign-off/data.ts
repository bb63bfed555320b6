import 'server-only';
import type { Transaction } from '@/lib/server/database/db';
import { LostRace } from '@/lib/server/database/write-path';

/**
 * Locks an agency's sign-off setting until the transaction ends, so that no report starts waiting for an approver whom
 * the agency has just abolished; if the setting was switched off meanwhile, the transaction fails as a lost race.
 */
export async function holdSignOff(transaction: Transaction, agencyId: string): Promise<void> {
  const [agency] = await transaction.$queryRaw<{ signOffRequired: boolean }[]>`
    SELECT "signOffRequired" FROM "Agency" WHERE id = ${agencyId}::uuid FOR SHARE`;
  if (!agency?.signOffRequired) throw new LostRace();
}
