import 'server-only';
import { scopeOf } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { Transaction } from '@/lib/server/database/db';
import { type AskContext, recordOnReports } from '@/lib/server/database/write-path';
import { listUnfiledIds, type Period } from './data';

/** The reports for which late filing is already as it is wanted; nothing is recorded on them a second time. */
async function findAlready(transaction: Transaction, reportIds: readonly string[], lateFilingOpen: boolean) {
  const reports = await transaction.report.findMany({
    where: { id: { in: [...reportIds] }, lateFilingOpen },
    select: { id: true },
  });
  return new Set(reports.map(({ id }) => id));
}

/**
 * Opens or closes late filing (补报) for some reports, or for all of a period that are not filed, in one transaction with
 * one event each. Sent twice, it comes to the same. Skips reports that were filed meanwhile; refuses where none is left.
 * Gives the number of reports for which late filing is now as wanted.
 */
export async function setLateFiling(
  { reports, isOpen }: { reports: readonly string[] | Period; isOpen: boolean },
  context: AskContext,
): Promise<Result<number>> {
  const chosen = 'plan' in reports ? await listUnfiledIds(scopeOf(context.actor), reports) : reports;
  const all = [...new Set(chosen)];
  const results = await recordOnReports(all, context, {
    command: { name: isOpen ? 'open-late-filing' : 'close-late-filing' },
    detail: {},
    report: { lateFilingOpen: isOpen },
    findRecorded: (transaction) => findAlready(transaction, all, isOpen),
  });
  const done = results.filter(({ ok }) => ok).length;
  const refusal = results.find((result) => !result.ok)?.refusal ?? { code: 'not-found' };
  return done === 0 ? refused(refusal) : accepted(done);
}
