import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';

// Somebody who leaps from task to task stays far below; in each process by itself, for it guards no secret.
const announcements = new RateLimiterMemory({ points: 30, duration: 10 });

/** Takes one announcement of an account's place in a report; false where there have been too many. */
export async function takeAnnouncement(accountId: string): Promise<boolean> {
  return announcements.consume(accountId).then(
    () => true,
    () => false,
  );
}
