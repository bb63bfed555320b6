import 'server-only';
import type { Transaction } from '@/lib/server/database/db';
import { LostRace } from '@/lib/server/database/write-path';

/**
 * Holds an agency's setting of sign-off until the transaction ends, so that no report comes to wait for an approver whom
 * the agency has just done without; a setting that was switched off meanwhile loses the race.
 */
export async function holdSignOff(transaction: Transaction, agencyId: string): Promise<void> {
  const [agency] = await transaction.$queryRaw<{ signOffRequired: boolean }[]>`
    SELECT "signOffRequired" FROM "Agency" WHERE id = ${agencyId}::uuid FOR SHARE`;
  if (!agency?.signOffRequired) throw new LostRace();
}
