import 'server-only';
import { covers, type ReportScope } from '@/lib/domain/authorization';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { type LiveNotice, savedFieldsSchema } from '@/lib/schemas/live';
import { db } from '@/lib/server/database/db';

const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** The agency whose report this is; null where there is none in the scope. */
export async function getReportAgency(scope: ReportScope | null, reportId: string): Promise<string | null> {
  const report = isId(reportId)
    ? await db.report.findUnique({ where: { id: reportId }, select: { agencyId: true } })
    : null;
  return report && covers(scope, report.agencyId) ? report.agencyId : null;
}

/** Whose report it is and of which quarter; null where there is none in the scope. */
export async function getReportName(
  scope: ReportScope | null,
  reportId: string,
): Promise<{ agency: string; quarter: Quarter } | null> {
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: { agencyId: true, agency: { select: { name: true } }, period: { select: { quarter: true } } },
  });
  if (!report || !covers(scope, report.agencyId)) return null;
  return { agency: report.agency.name, quarter: report.period.quarter as Quarter };
}

/** The number of the newest event of a report, '0' where there is none. */
export async function getLatestEventId(scope: ReportScope | null, reportId: string): Promise<string> {
  if ((await getReportAgency(scope, reportId)) === null) return '0';
  const { _max } = await db.event.aggregate({ where: { reportId }, _max: { id: true } });
  return String(_max.id ?? 0);
}

const mostMissed = 100;

/** What was recorded of a report after an event, oldest first, as the database tells it at the commit; the newest hundred. */
export async function listNoticesSince(
  scope: ReportScope | null,
  reportId: string,
  eventId: string,
): Promise<LiveNotice[]> {
  if ((await getReportAgency(scope, reportId)) === null) return [];
  const events = await db.event.findMany({
    where: { reportId, id: { gt: BigInt(eventId) } },
    select: { id: true, name: true, accountId: true, at: true, detail: true },
    orderBy: { id: 'desc' },
    take: mostMissed,
  });
  return events.toReversed().map(({ id, name, accountId, at, detail }): LiveNotice => {
    const notice = { reportId, eventId: String(id), name, accountId, at: at.toISOString() };
    if (name !== 'report-saved') return { type: 'report-changed', ...notice };
    const { fields } = detail as { fields?: unknown };
    return { type: 'saved', ...notice, fields: savedFieldsSchema.parse(fields ?? null) };
  });
}
