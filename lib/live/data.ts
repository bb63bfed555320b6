import 'server-only';
import { covers, type ReportOwner, type ReportScope } from '@/lib/domain/authorization';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import { type LiveNotice, savedDetailSchema } from '@/lib/schemas/live';
import { db } from '@/lib/server/database/db';
import { plansWithin } from '@/lib/server/database/office-sql';

const ownerSelect = { agencyId: true, period: { select: { plan: { select: { officeId: true } } } } } as const;

const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Gives the agency and the office of a report; null where the scope has no such report. */
export async function getReportOwner(scope: ReportScope | null, reportId: string): Promise<ReportOwner | null> {
  const report = isId(reportId) ? await db.report.findUnique({ where: { id: reportId }, select: ownerSelect }) : null;
  const owner = report && { agencyId: report.agencyId, officeId: report.period.plan.officeId };
  return owner && covers(scope, owner) ? owner : null;
}

/** The agency and the period of a report, as its live messages name them. */
export type ReportName = { agency: string; quarter: PeriodCode; planTitle: string; isOneOfSeveral: boolean };

/**
 * Gives the agency and the period of a report, with its plan and whether the scope has other plans under way beside it; null
 * where the scope has no such report.
 */
export async function getReportName(scope: ReportScope | null, reportId: string): Promise<ReportName | null> {
  if ((await getReportOwner(scope, reportId)) === null) return null;
  const [report, plans] = await Promise.all([
    db.report.findUniqueOrThrow({
      where: { id: reportId },
      select: {
        agency: { select: { name: true } },
        period: { select: { code: true, plan: { select: { title: true } } } },
      },
    }),
    db.plan.count({ where: { AND: [plansWithin(scope), { status: 'issued' }] } }),
  ]);
  const { code, plan } = report.period;
  return { agency: report.agency.name, quarter: periodCode(code), planTitle: plan.title, isOneOfSeveral: plans > 1 };
}

/** Gives the number of the newest event of a report, '0' where there is none. */
export async function getLatestEventId(scope: ReportScope | null, reportId: string): Promise<string> {
  if ((await getReportOwner(scope, reportId)) === null) return '0';
  const { _max } = await db.event.aggregate({ where: { reportId }, _max: { id: true } });
  return String(_max.id ?? 0);
}

const mostMissed = 100;

/**
 * Lists the newest hundred events of a report after a given one, oldest first, in the form in which the database
 * announces them at the commit.
 */
export async function listNoticesSince(
  scope: ReportScope | null,
  reportId: string,
  eventId: string,
): Promise<LiveNotice[]> {
  if ((await getReportOwner(scope, reportId)) === null) return [];
  const events = await db.event.findMany({
    where: { reportId, id: { gt: BigInt(eventId) } },
    select: { id: true, name: true, accountId: true, at: true, detail: true },
    orderBy: { id: 'desc' },
    take: mostMissed,
  });
  return events.toReversed().map(({ id, name, accountId, at, detail }): LiveNotice => {
    const notice = { reportId, eventId: String(id), name, accountId, at: at.toISOString() };
    if (name !== 'report-saved') return { type: 'report-changed', ...notice };
    return { type: 'saved', ...notice, fields: savedDetailSchema.parse(detail).fields };
  });
}
