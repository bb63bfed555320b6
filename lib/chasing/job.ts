import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { agencyMessage, leaderMessage } from '@/lib/chasing/schedule-text';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { isForestalled, type ScheduleStep, stepAt, stepCause, stepInstants } from '@/lib/domain/chasing/chasing';
import { type NewMessage, storeNewMessages } from '@/lib/notifications/mutations';
import { portalNow } from '@/lib/server/clock';
import { listUnfiledNear, type UnfiledReport } from './data';

type DueStep = { report: UnfiledReport; step: ScheduleStep; isForestalled: boolean };

/** The step of the chasing schedule in effect for each report. */
function dueSteps(reports: readonly UnfiledReport[], calendar: WorkingDayCalendar, now: Date): DueStep[] {
  const known = new Map<string, ReturnType<typeof stepInstants>>();
  return reports.flatMap((report) => {
    const key = `${report.planCode} ${report.dueOn}`;
    const instants = known.get(key) ?? stepInstants(report.schedule, report.dueOn, calendar);
    known.set(key, instants);
    const due = stepAt(instants, report, now);
    return due ? [{ report, step: due.step, isForestalled: isForestalled(due, report.chasedByHandAt) }] : [];
  });
}

/** One message to the leader for all reports with the same step and the same last day. */
function leaderMessages(due: readonly DueStep[], calendar: WorkingDayCalendar, now: Date): NewMessage[] {
  const groups = new Map<string, { reports: [UnfiledReport, ...UnfiledReport[]]; step: ScheduleStep }>();
  for (const { report, step } of due.filter(({ step: { to } }) => to.includes('leader'))) {
    const cause = stepCause(report.periodId, step, report.dueOn);
    const group = groups.get(cause);
    if (group) group.reports.push(report);
    else groups.set(cause, { reports: [report], step });
  }
  return [...groups.values()].map(({ reports, step }) => leaderMessage(reports, { step, calendar, now }));
}

/**
 * Chases agencies that have not filed, by the chasing schedule and the portal's clock. It may run any number of times,
 * also concurrently.
 */
export async function chaseUnfiled(): Promise<void> {
  const now = await portalNow();
  const [calendar, reports] = await Promise.all([getCalendar(), listUnfiledNear(now)]);
  const due = dueSteps(reports, calendar, now);
  const messages = due
    .filter((each) => !each.isForestalled)
    .flatMap(({ report, step }) => agencyMessage(report, { step, calendar, now }) ?? []);
  await storeNewMessages([...messages, ...leaderMessages(due, calendar, now)], now);
}
