import 'server-only';
import type { Prisma } from '@/lib/server/generated/client';
import type { Transaction } from './db';

/** The account that did something, and its address; none for a command. */
export type EventAuthor = { accountId?: string; address?: string };

/**
 * Records an event outside the reports: sign-ins, accounts, the plan, the clock. Must be called in the action's
 * transaction. Gives the number of the event.
 */
export async function recordEvent(
  transaction: Transaction,
  event: EventAuthor & { name: string; detail?: Prisma.InputJsonObject },
): Promise<bigint> {
  const { id } = await transaction.event.create({
    data: { name: event.name, accountId: event.accountId, address: event.address ?? '', detail: event.detail ?? {} },
    select: { id: true },
  });
  return id;
}
