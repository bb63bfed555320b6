import 'server-only';
import { approversOf } from '@/lib/accounts/officers/data';
import type { ReportScope } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type ReminderTarget, remindedBy, reminderEvents } from '@/lib/domain/report/reminders';
import type { ReportStatus } from '@/lib/domain/report/report';
import { db } from '@/lib/server/database/db';

export type OpenReminder = {
  reportId: string;
  periodCode: PeriodCode;
  target: ReminderTarget;
  at: Date;
  by: string;
  accountId: string | null;
};

/** Lists the reminders of the agency's reports that are not settled yet; only those of one report, if it is named. */
export async function listReminders(scope: ReportScope | null, reportId?: string): Promise<OpenReminder[]> {
  if (scope?.kind !== 'agency') return [];
  const events = await db.event.findMany({
    where: { name: { in: reminderEvents }, reportId, report: { agencyId: scope.agencyId } },
    distinct: ['reportId'],
    orderBy: { id: 'desc' },
    select: {
      name: true,
      at: true,
      accountId: true,
      account: { select: { displayName: true } },
      report: { select: { id: true, period: { select: { code: true } } } },
    },
  });
  return events.flatMap(({ name, at, accountId, account, report }) => {
    const target = remindedBy(name);
    if (!target || !report) return [];
    const { id, period } = report;
    return [
      { reportId: id, periodCode: period.code as PeriodCode, target, at, accountId, by: account?.displayName ?? '' },
    ];
  });
}

/**
 * Gives the time since which a report waits for its agency's approver, and who that is on the day of an instant; null
 * where it does not.
 */
export async function getSignOffWait(
  scope: ReportScope | null,
  report: { id: string; status: ReportStatus },
  now: Date,
) {
  if (scope?.kind !== 'agency' || report.status !== 'awaiting_sign_off') return null;
  const [requested, approvers] = await Promise.all([
    db.event.findFirst({
      where: { reportId: report.id, name: 'sign-off-requested', report: { agencyId: scope.agencyId } },
      orderBy: { id: 'desc' },
      select: { at: true },
    }),
    approversOf(scope.agencyId, civilDateOf(now)),
  ]);
  return { since: requested?.at ?? null, approvers };
}
