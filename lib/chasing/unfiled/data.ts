import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { ReportStatus } from '@/lib/domain/report/report';
import { db } from '@/lib/server/database/db';
import { deadlineColumns, type StoredDeadline, withDeadline } from '@/lib/server/database/stored-deadline';
import { randomId } from '@/lib/server/files/digest';

/** A report that is not filed, as a row of the division's chasing page. */
export type UnfiledRow = {
  id: string;
  agencyName: string;
  status: ReportStatus;
  dueOn: CivilDate;
  /** The time at which its agency was last chased, by the schedule or by hand. */
  chasedAt: Date | null;
  /** Says whether the agency has an open account that receives messages. */
  isReached: boolean;
};

function rowOf(stored: Omit<UnfiledRow, 'dueOn'> & StoredDeadline): UnfiledRow {
  const { closesAt: _closesAt, ...row } = withDeadline(stored);
  return row;
}

/**
 * Gives one page of the reports of a quarter that are not filed, first those named, then in the order of the annex; the
 * number of those whose agency has no account; and an id for one submission.
 */
export async function listUnfiled(
  scope: ReportScope,
  { plan, quarter, named }: { plan: string; quarter: string; named: readonly string[] },
  { number, size }: { number: number; size: number },
): Promise<{ rows: UnfiledRow[]; total: number; unreached: number; press: string }> {
  const press = randomId();
  if (scope.kind !== 'all') return { rows: [], total: 0, unreached: 0, press };
  const where = {
    status: { notIn: ['filed', 'accepted'] as ReportStatus[] },
    period: { quarter, plan: { code: plan } },
  };
  const [total, unreached, rows] = await Promise.all([
    db.report.count({ where }),
    db.report.count({ where: { ...where, agency: { accounts: { none: { closedAt: null } } } } }),
    db.$queryRaw<Parameters<typeof rowOf>[0][]>`
      SELECT r.id, a.name AS "agencyName", r.status::text, ${deadlineColumns},
        greatest((SELECT max(n."createdAt") FROM "Notification" n WHERE n."reportId" = r.id AND n.kind = 'ladder'),
          (SELECT max(v.at) FROM "Event" v WHERE v."reportId" = r.id AND v.name = 'report-chased')) AS "chasedAt",
        EXISTS (SELECT FROM "Account" c WHERE c."agencyId" = a.id AND c."closedAt" IS NULL) AS "isReached"
      FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
        JOIN "Agency" a ON a.id = r."agencyId"
      WHERE l.code = ${plan} AND p.quarter = ${quarter} AND r.status NOT IN ('filed', 'accepted')
      ORDER BY r.id = ANY(${named}::uuid[]) DESC, a.position, a.id
      LIMIT ${size} OFFSET ${(number - 1) * size}`,
  ]);
  return { rows: rows.map(rowOf), total, unreached, press };
}
