import 'server-only';
import { z } from 'zod';
import { type Counted, countedName, wrongPasswordBounds } from '@/lib/domain/accounts/sign-in-bounds';
import { type Actor, hasRole } from '@/lib/domain/authorization';
import { realNow } from '@/lib/server/clock';
import type { Transaction } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';

const lockRow = z.object({
  addressKey: z.string(),
  userName: z.string(),
  device: z.string(),
  wrong: z.number(),
  until: z.date(),
});

/** A closed counter: of an address in all (no user name), of an address or a known device against one account. */
export type SignInLock = z.output<typeof lockRow>;

/** As many as a page shows. */
const mostShown = 200;

/** Gives the closed counters, those that last longest first, for the security administrator; null for everybody else. */
export async function listSignInLocks(actor: Actor): Promise<SignInLock[] | null> {
  if (!hasRole(actor, ['security_administrator'])) return null;
  const { account, address } = wrongPasswordBounds;
  return rowsOf(lockRow)`
    SELECT "addressKey", "userName", device, cardinality(wrong) AS wrong, "expiresAt" AS until
    FROM "SignInCounter" WHERE "expiresAt" > ${realNow()}
      AND cardinality(wrong) >= CASE WHEN "userName" = '' THEN ${address}::int ELSE ${account}::int END
    ORDER BY "expiresAt" DESC, "addressKey", "userName", device LIMIT ${mostShown}`;
}

/** Counters to be lifted: one of them, or all of an account's or an address's. */
export type LiftedLock = Counted | { userName: string } | { addressKey: string };

/** Finds counters to lift and keeps them from being counted on meanwhile, in the order in which they are counted on. */
export async function getCountersForUpdate(transaction: Transaction, lifted: LiftedLock): Promise<SignInLock[]> {
  const { addressKey, userName, device } = { addressKey: null, userName: null, device: null, ...lifted };
  return rowsOf(lockRow, transaction)`
    SELECT "addressKey", "userName", device, cardinality(wrong) AS wrong, "expiresAt" AS until FROM "SignInCounter"
    WHERE (${addressKey}::text IS NULL OR "addressKey" = ${addressKey})
      AND (${userName}::text IS NULL OR "userName" = ${userName && countedName(userName)})
      AND (${device}::text IS NULL OR device = ${device}) AND "expiresAt" > ${realNow()}
    ORDER BY "addressKey", "userName", device FOR UPDATE`;
}
