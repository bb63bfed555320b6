import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';

// A user who jumps from task to task stays far below this. Each process counts by itself, which is enough because no
// secret depends on it.
const announcements = new RateLimiterMemory({ points: 30, duration: 10 });

/** Counts one announcement of an account's presence in a report; false where there have been too many. */
export async function takeAnnouncement(accountId: string): Promise<boolean> {
  return announcements.consume(accountId).then(
    () => true,
    () => false,
  );
}

/** Streams of one account in one process; whoever opens more has the oldest fall back to asking now and then. */
export const mostOfAccount = 8;

/** Streams of one process. */
export const mostStreams = 4_000;
