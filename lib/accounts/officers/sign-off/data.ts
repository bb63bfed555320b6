import 'server-only';
import { z } from 'zod';
import type { Transaction } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import { LostRace } from '@/lib/server/database/write-path';

const heldAgency = z.object({ signOffRequired: z.boolean() });

/**
 * Locks an agency's sign-off setting until the transaction ends, so that no report starts waiting for an approver whom
 * the agency has just abolished; if the setting was switched off meanwhile, the transaction fails as a lost race.
 */
export async function holdSignOff(transaction: Transaction, agencyId: string): Promise<void> {
  const [agency] = await rowsOf(heldAgency, transaction)`
    SELECT "signOffRequired" FROM "Agency" WHERE id = ${agencyId}::uuid FOR SHARE`;
  if (!agency?.signOffRequired) throw new LostRace();
}
