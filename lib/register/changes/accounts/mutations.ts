import 'server-only';
import type { RegisterRow } from '@/lib/agencies/data';
import type { AccountOutcome } from '@/lib/domain/agencies/changes';
import { realNow } from '@/lib/server/clock';
import type { Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import type { AskContext } from '@/lib/server/database/write-path';

type Named = Pick<RegisterRow, 'id' | 'name'>;

/**
 * Closes the accounts of the officers of an agency that ends, or lets them go on in its successor with the roles that they have.
 * An account keeps what it has filed and done.
 */
export async function endAccounts(
  transaction: Transaction,
  { agency, successor, outcome }: { agency: Named; successor: Named | undefined; outcome: AccountOutcome },
  { actor, address }: AskContext,
): Promise<void> {
  const accounts = await transaction.account.findMany({
    where: { agencyId: agency.id, closedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, userName: true, displayName: true },
  });
  const to = outcome === 'move' ? successor : undefined;
  for (const { id, userName, displayName } of accounts) {
    const data = to ? { agencyId: to.id } : { closedAt: realNow() };
    await transaction.account.update({ where: { id }, data, select: { id: true } });
    if (!to)
      await transaction.session.updateMany({ where: { accountId: id, endedAt: null }, data: { endedAt: realNow() } });
    const officer = { accountId: id, userName, displayName };
    await recordEvent(transaction, {
      name: to ? 'account-moved' : 'account-closed',
      accountId: actor.accountId,
      address,
      detail: { agencyId: to?.id ?? agency.id, officer, ...(to && { fromAgency: agency.name }) },
    });
  }
}
