import 'server-only';
import { type Actor, agencyRoles, hasRole } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { SubscriptionChange } from '@/lib/schemas/calendar-subscription';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { randomSecret } from '@/lib/server/files/digest';
import type { Prisma } from '@/lib/server/generated/client';

/** For each change: the state of the account from which it starts, the new key, and the event recorded. */
const changes = {
  subscribe: { from: { calendarKey: null }, keyOf: randomSecret, event: 'calendar-subscribed' },
  renew: { from: { calendarKey: { not: null } }, keyOf: randomSecret, event: 'calendar-renewed' },
  unsubscribe: { from: { calendarKey: { not: null } }, keyOf: () => null, event: 'calendar-unsubscribed' },
} as const satisfies Record<
  SubscriptionChange,
  { from: Prisma.AccountWhereInput; keyOf: () => string | null; event: string }
>;

/**
 * Creates the secret address of an account's calendar, replaces it, or switches it off; if it is in that state already,
 * nothing changes and no event is recorded. Refuses everybody but the officers of an agency, because nobody else has
 * deadlines.
 */
export async function changeCalendarSubscription(
  actor: Actor,
  change: SubscriptionChange,
  address: string,
): Promise<Result<void>> {
  if (!hasRole(actor, agencyRoles) || actor.agencyId === null) return refused({ code: 'forbidden' });
  const { from, keyOf, event } = changes[change];
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.account.updateMany({
      where: { id: actor.accountId, closedAt: null, ...from },
      data: { calendarKey: keyOf() },
    });
    if (count === 1) await recordEvent(transaction, { name: event, accountId: actor.accountId, address });
  });
  return accepted(undefined);
}
