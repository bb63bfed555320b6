import 'server-only';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { db } from '@/lib/server/database/db';
import type { AskContext } from '@/lib/server/database/write-path';
import { writeSummary } from '@/lib/summaries/writing/summary-write';

/** The plan and the quarter in whose list a draft was. */
type Place = { plan: string; quarter: Quarter };

async function placeOf(summaryId: string): Promise<Place> {
  const { period } = await db.summary.findUniqueOrThrow({
    where: { id: summaryId },
    select: { period: { select: { quarter: true, plan: { select: { code: true } } } } },
  });
  return { plan: period.plan.code, quarter: period.quarter as Quarter };
}

/**
 * Deletes a draft in the state that was read: later changes by others who have it open are refused as `not-found`.
 * Refuses `stale` where somebody changed it meanwhile. Documents written from it stay.
 */
export async function deleteSummary(
  { summaryId, changedAt }: { summaryId: string; changedAt: Date },
  context: AskContext,
): Promise<Result<Place>> {
  const result = await writeSummary(summaryId, context, async (_transaction, stored) => {
    if (stored.changedAt.getTime() !== changedAt.getTime()) return refused({ code: 'stale' });
    return accepted({
      name: 'summary-deleted',
      detail: { title: stored.title },
      summary: { deletedAt: context.now },
    });
  });
  return result.ok ? accepted(await placeOf(summaryId)) : result;
}
