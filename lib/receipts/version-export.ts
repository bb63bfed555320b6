import 'server-only';
import type { Actor, ReportScope } from '@/lib/domain/authorization';
import { getFiledVersion } from '@/lib/filing/data';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { requestAddress } from '@/lib/server/session/request';
import { receiptCheckAddress } from './data';
import { receiptFile } from './receipt-file';

/**
 * Gives a filed version as a file for accounts that may read it, recorded like every export; null where the scope has
 * none.
 */
export async function exportFiledVersion(
  { actor, scope }: { actor: Actor; scope: ReportScope | null },
  reportId: string,
  number: number,
): Promise<{ name: string; body: string } | null> {
  const filed = await getFiledVersion(scope, reportId, number);
  if (!filed) return null;
  await recordEvent(db, {
    name: 'version-exported',
    accountId: actor.accountId,
    address: await requestAddress(),
    detail: { reportId, version: number, receiptNumber: filed.receiptNumber },
  });
  const checkAt = receiptCheckAddress(filed.receiptNumber);
  return { name: `${filed.receiptNumber}.json`, body: receiptFile({ ...filed, checkAt }, filed.content) };
}
