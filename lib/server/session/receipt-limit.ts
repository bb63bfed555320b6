import 'server-only';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/server/database/db';

const windowSeconds = 15 * 60;

/** Cost of one look-up: a miss is far more expensive than an existing number. */
const cost = { miss: 6, hit: 1 };

// 20 misses from one address; 200 from all unknown addresses together; 1,000 from everybody. A number has 31^10 (8 *
// 10^14) random parts, so that a thousand guesses in every quarter of an hour find none in a lifetime.
const points = { address: 120, unknown: 1_200, everybody: 6_000 };

function limiter(keyPrefix: keyof typeof points) {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: 'receiptLookup',
    keyPrefix,
    points: points[keyPrefix],
    duration: windowSeconds,
  });
}

const limiters = { address: limiter('address'), unknown: limiter('unknown'), everybody: limiter('everybody') };

const shared = 'all';

/** The rate limits of a look-up: without a trusted proxy no address is known, and one limit applies to all. */
function bucketsOf(address: string): [RateLimiterPrisma, string][] {
  const own: [RateLimiterPrisma, string] =
    address === '' ? [limiters.unknown, shared] : [limiters.address, address.slice(0, 64)];
  return [own, [limiters.everybody, shared]];
}

/**
 * Charges a look-up of a receipt as a miss before anything is looked up, so that concurrent guesses cannot exceed the
 * limit. Gives the minutes to wait (real time), or 0 when it is granted.
 */
export async function takeLookup(address: string): Promise<number> {
  try {
    for (const [bucket, key] of bucketsOf(address)) await bucket.consume(key, cost.miss);
    return 0;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.max(1, Math.ceil(rejection.msBeforeNext / 60_000));
    throw rejection;
  }
}

/** Refunds a look-up that found its receipt for the difference between a miss and a hit. */
export async function refundHit(address: string): Promise<void> {
  for (const [bucket, key] of bucketsOf(address)) await bucket.reward(key, cost.miss - cost.hit);
}
