import 'server-only';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { moveOf } from '@/lib/domain/review/summary';
import type { AskContext } from '@/lib/server/database/write-path';
import { addEntries, moveEntries, rankEntries, takeLatest } from '@/lib/summaries/entries/entry-write';
import { writeSummary } from '@/lib/summaries/writing/summary-write';

type Ordered = { summaryId: string; orderVersion: number };

/** Moves a unit from one position to another; positions refer to the version of the order that was read. */
export function moveUnit(
  { summaryId, orderVersion, from, to }: Ordered & { from: number; to: number },
  context: AskContext,
): Promise<Result<void>> {
  return writeSummary(summaryId, context, async (transaction, stored) => {
    if (stored.orderVersion !== orderVersion) return refused({ code: 'stale' });
    const { _max } = await transaction.summaryEntry.aggregate({ where: { summaryId }, _max: { position: true } });
    const count = _max.position ?? 0;
    if (from > count) return refused({ code: 'not-found' });
    const move = moveOf(from, to, count);
    if (!move) return accepted(null);
    await moveEntries(transaction, summaryId, move);
    return accepted({
      name: 'summary-unit-moved',
      detail: { from, to: move.to },
      summary: { orderVersion: orderVersion + 1 },
    });
  });
}

/** Restores the order of the annex. */
export function resetOrder({ summaryId, orderVersion }: Ordered, context: AskContext): Promise<Result<void>> {
  return writeSummary(summaryId, context, async (transaction, stored) => {
    if (stored.orderVersion !== orderVersion) return refused({ code: 'stale' });
    await rankEntries(transaction, stored);
    return accepted({ name: 'summary-order-reset', summary: { orderVersion: orderVersion + 1 } });
  });
}

/** Takes the later version of a report, or of every report that has one; edits are kept. */
export function takeVersions(
  { summaryId, reportId }: { summaryId: string; reportId?: string },
  context: AskContext,
): Promise<Result<void>> {
  return writeSummary(summaryId, context, async (transaction, stored) => {
    const taken = await takeLatest(transaction, stored, reportId);
    return accepted(taken.length > 0 ? { name: 'summary-versions-taken', detail: { reports: taken } } : null);
  });
}

/** Adds the reports that can be included now, after the existing ones. */
export function addReports({ summaryId }: { summaryId: string }, context: AskContext): Promise<Result<void>> {
  return writeSummary(summaryId, context, async (transaction, stored) => {
    const tasks = await addEntries(transaction, stored);
    if (tasks === 0) return accepted(null);
    const summary = { orderVersion: stored.orderVersion + 1 };
    return accepted({ name: 'summary-reports-added', detail: { tasks }, summary });
  });
}
