import 'server-only';
import { z } from 'zod';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { type Move, moveOf, type SummaryArrangement, summarizedStatuses } from '@/lib/domain/review/summary';
import type { Transaction } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import type { AskContext } from '@/lib/server/database/write-path';
import { Prisma } from '@/lib/server/generated/client';
import { type HeldSummary, writeSummary } from '@/lib/summaries/writing/summary-write';

/**
 * The position of an entry in the order of the annex, from an agency a and a task t; by agency, its tasks share one.
 */
const placeOf = (arrangement: SummaryArrangement) =>
  arrangement === 'by_agency'
    ? Prisma.sql`dense_rank() OVER (ORDER BY a.position, a.id)`
    : Prisma.sql`row_number() OVER (ORDER BY t.position, t.id, a.id)`;

/**
 * Adds entries of the period's reports that can be included and are not in the draft yet, after the existing ones;
 * gives the number of tasks.
 */
export function addEntries(
  transaction: Transaction,
  { id, periodId, arrangement, includesFiled }: Pick<HeldSummary, 'id' | 'periodId' | 'arrangement' | 'includesFiled'>,
): Promise<number> {
  return transaction.$executeRaw`
    INSERT INTO "SummaryEntry" (id, "summaryId", "reportId", "taskId", "filedVersionId", position)
    SELECT gen_random_uuid(), ${id}::uuid, r.id, t.id, v.id,
      coalesce((SELECT max(position) FROM "SummaryEntry" WHERE "summaryId" = ${id}::uuid), 0) + ${placeOf(arrangement)}
    FROM "Report" r
    JOIN "Agency" a ON a.id = r."agencyId"
    JOIN "FiledVersion" v ON v."reportId" = r.id AND v.number = r."filedVersions"
    CROSS JOIN LATERAL jsonb_array_elements(v.snapshot -> 'entries') x
    JOIN "Task" t ON t.id = (x ->> 'taskId')::uuid
    WHERE r."periodId" = ${periodId}::uuid
      AND r.status = ANY (${summarizedStatuses(includesFiled)}::text[]::"ReportStatus"[])
      AND NOT EXISTS (SELECT FROM "SummaryEntry" e WHERE e."summaryId" = ${id}::uuid AND e."reportId" = r.id)`;
}

/** Puts all entries in the order of the annex. */
export async function rankEntries(
  transaction: Transaction,
  { id, arrangement }: Pick<HeldSummary, 'id' | 'arrangement'>,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "SummaryEntry" e SET position = ranked.place
    FROM (
      SELECT i.id, ${placeOf(arrangement)} AS place
      FROM "SummaryEntry" i JOIN "Report" r ON r.id = i."reportId" JOIN "Agency" a ON a.id = r."agencyId"
      JOIN "Task" t ON t.id = i."taskId"
      WHERE i."summaryId" = ${id}::uuid
    ) ranked
    WHERE ranked.id = e.id AND e.position <> ranked.place`;
}

async function moveEntries(
  transaction: Transaction,
  summaryId: string,
  { from, to, first, last, by }: Move,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "SummaryEntry"
    SET position = CASE WHEN position = ${from} THEN ${to} ELSE position + ${by} END
    WHERE "summaryId" = ${summaryId}::uuid AND (position = ${from} OR position BETWEEN ${first} AND ${last})`;
}

const takenVersion = z.object({ reportId: z.string(), number: z.number() });

/** Takes the latest version of all reports that have a later one to include, or of one report; gives those reports. */
function takeLatest(
  transaction: Transaction,
  { id, includesFiled }: Pick<HeldSummary, 'id' | 'includesFiled'>,
  reportId: string | undefined,
): Promise<z.output<typeof takenVersion>[]> {
  const isAsked = reportId ? Prisma.sql`r.id = ${reportId}::uuid` : Prisma.sql`TRUE`;
  return rowsOf(takenVersion, transaction)`
    WITH taken AS (
      UPDATE "SummaryEntry" e SET "filedVersionId" = v.id
      FROM "Report" r JOIN "FiledVersion" v ON v."reportId" = r.id AND v.number = r."filedVersions"
      WHERE e."summaryId" = ${id}::uuid AND r.id = e."reportId" AND e."filedVersionId" <> v.id
        AND r.status = ANY (${summarizedStatuses(includesFiled)}::text[]::"ReportStatus"[]) AND ${isAsked}
      RETURNING e."reportId", v.number
    )
    SELECT DISTINCT "reportId", number FROM taken ORDER BY "reportId"`;
}

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
