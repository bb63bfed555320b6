import 'server-only';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from '@/lib/domain/accounts/address-key';
import { db } from '@/lib/server/database/db';

const windowSeconds = 15 * 60;

// A number has 31^10 (8 * 10^14) random parts: at twenty guesses in a quarter of an hour from each of a million addresses
// one is found in some million years. So there is no bound for all addresses together, which a stranger could use up.
const missesPerAddress = 20;

const misses = new RateLimiterPrisma({
  storeClient: db,
  tableName: 'receiptLookup',
  keyPrefix: 'miss',
  points: missesPerAddress,
  duration: windowSeconds,
});

const minutesOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 60_000));

/** Gives the minutes (real time) for which an address looks up nothing after too many wrong numbers, or 0. */
export async function closedMinutes(address: string): Promise<number> {
  const counted = await misses.get(addressKey(address));
  return counted && counted.consumedPoints >= missesPerAddress ? minutesOf(counted) : 0;
}

/** Counts a wrong number against its address; gives the minutes to wait where it is one too many, or 0. */
export async function countMiss(address: string): Promise<number> {
  try {
    await misses.consume(addressKey(address));
    return 0;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return minutesOf(rejection);
    throw rejection;
  }
}
