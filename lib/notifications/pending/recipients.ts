import 'server-only';
import { listReaders } from '@/lib/assignment/data';
import type { Role } from '@/lib/domain/authorization';
import { notificationRule } from '@/lib/domain/chasing/notified-events';
import type { Transaction } from '@/lib/server/database/db';
import type { PendingEvent } from './data';

/** Open accounts that hold one of the roles, in one agency or for one office; or accounts by their ids. */
export type MessageRecipients =
  | { agencyId: string; roles: readonly Role[] }
  | { officeId: string; roles: readonly Role[] }
  | { accountIds: readonly string[] };

/** Gives the recipients of each event in turn, as its rule names them; `now` by the portal's clock. */
export async function listRecipients(
  transaction: Transaction,
  events: readonly PendingEvent[],
  now: Date,
): Promise<MessageRecipients[]> {
  const isForReaders = ({ name }: PendingEvent) => notificationRule(name).to === 'readers';
  const reportIds = [...new Set(events.filter(isForReaders).map(({ reportId }) => reportId))];
  const readers = await listReaders(reportIds, now, transaction);
  return events.map(({ name, reportId, agencyId, officeId, contribution, proposerId }): MessageRecipients => {
    const { to } = notificationRule(name);
    if (to === 'readers') return { accountIds: readers.get(reportId) ?? [] };
    if (to === 'proposer') return { accountIds: proposerId ? [proposerId] : [] };
    if ('division' in to) return { officeId, roles: to.division };
    if ('agency' in to) return { agencyId, roles: to.agency };
    return contribution ? { agencyId: contribution.agencyId, roles: to.contributor } : { accountIds: [] };
  });
}
