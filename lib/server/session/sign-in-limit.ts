import 'server-only';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/server/database/db';

const lockSeconds = 15 * 60;

// Attempts per user name and per address; an office behind one address has many users, so its limit is higher.
const tries = { account: 5, address: 50 };

function limiter(keyPrefix: keyof typeof tries) {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: 'signInFailure',
    keyPrefix,
    points: tries[keyPrefix],
    duration: lockSeconds,
    blockDuration: lockSeconds,
  });
}

/** Spellings that mean one account are counted together, or each would have its own attempts. */
const counted = (userName: string) => userName.normalize('NFKC').toLowerCase();

const limiters = { account: limiter('account'), address: limiter('address') };

/**
 * Counts one attempt before the password is checked, so that concurrent attempts cannot exceed the limit. Gives the
 * minutes of the lock (real time), or 0 when the attempt is granted.
 */
export async function takeTry(userName: string, address: string): Promise<number> {
  try {
    const { remainingPoints } = await limiters.account.consume(counted(userName));
    // The lock runs from the last granted attempt, not from the first failure; a correct password on that attempt lifts
    // it.
    if (remainingPoints === 0) await limiters.account.block(counted(userName), lockSeconds);
    if (address !== '') await limiters.address.consume(address);
    return 0;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.max(1, Math.ceil(rejection.msBeforeNext / 60_000));
    throw rejection;
  }
}

/** Clears the failures of a user name that has signed in, and refunds its address the attempt. */
export async function forgetTries(userName: string, address: string): Promise<void> {
  await limiters.account.delete(counted(userName));
  if (address !== '') await limiters.address.reward(address);
}
