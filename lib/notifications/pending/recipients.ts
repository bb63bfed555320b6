import 'server-only';
import { listReaders } from '@/lib/assignment/data';
import type { Role } from '@/lib/domain/authorization';
import { notificationRule } from '@/lib/domain/chasing/notified-events';
import type { Transaction } from '@/lib/server/database/db';
import type { PendingEvent } from './data';

/** Open accounts that hold one of the roles, in one agency or (null) in none; or accounts by their ids. */
export type MessageRecipients = { agencyId: string | null; roles: readonly Role[] } | { accountIds: readonly string[] };

/** Gives the recipients of each event in turn, as its rule names them; `now` by the portal's clock. */
export async function listRecipients(
  transaction: Transaction,
  events: readonly PendingEvent[],
  now: Date,
): Promise<MessageRecipients[]> {
  const isForReaders = ({ name }: PendingEvent) => notificationRule(name).to === 'readers';
  const agencyIds = [...new Set(events.filter(isForReaders).map(({ agencyId }) => agencyId))];
  const readers = agencyIds.length > 0 ? await listReaders(agencyIds, now, transaction) : new Map<string, string[]>();
  return events.map(({ name, agencyId, contribution, proposerId }): MessageRecipients => {
    const { to } = notificationRule(name);
    if (to === 'readers') return { accountIds: readers.get(agencyId) ?? [] };
    if (to === 'proposer') return { accountIds: proposerId ? [proposerId] : [] };
    if ('division' in to) return { agencyId: null, roles: to.division };
    if ('agency' in to) return { agencyId, roles: to.agency };
    return contribution ? { agencyId: contribution.agencyId, roles: to.contributor } : { accountIds: [] };
  });
}
