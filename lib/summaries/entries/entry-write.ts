import 'server-only';
import { type Move, type SummaryArrangement, summarizedStatuses } from '@/lib/domain/review/summary';
import type { Transaction } from '@/lib/server/database/db';
import { Prisma } from '@/lib/server/generated/client';
import type { HeldSummary } from '@/lib/summaries/writing/summary-write';

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

export async function moveEntries(
  transaction: Transaction,
  summaryId: string,
  { from, to, first, last, by }: Move,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "SummaryEntry"
    SET position = CASE WHEN position = ${from} THEN ${to} ELSE position + ${by} END
    WHERE "summaryId" = ${summaryId}::uuid AND (position = ${from} OR position BETWEEN ${first} AND ${last})`;
}

/** Takes the latest version of all reports that have a later one to include, or of one report; gives those reports. */
export function takeLatest(
  transaction: Transaction,
  { id, includesFiled }: Pick<HeldSummary, 'id' | 'includesFiled'>,
  reportId: string | undefined,
): Promise<{ reportId: string; number: number }[]> {
  const isAsked = reportId ? Prisma.sql`r.id = ${reportId}::uuid` : Prisma.sql`TRUE`;
  return transaction.$queryRaw<{ reportId: string; number: number }[]>`
    WITH taken AS (
      UPDATE "SummaryEntry" e SET "filedVersionId" = v.id
      FROM "Report" r JOIN "FiledVersion" v ON v."reportId" = r.id AND v.number = r."filedVersions"
      WHERE e."summaryId" = ${id}::uuid AND r.id = e."reportId" AND e."filedVersionId" <> v.id
        AND r.status = ANY (${summarizedStatuses(includesFiled)}::text[]::"ReportStatus"[]) AND ${isAsked}
      RETURNING e."reportId", v.number
    )
    SELECT DISTINCT "reportId", number FROM taken ORDER BY "reportId"`;
}
