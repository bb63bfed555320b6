import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { agencyMessage, leaderMessage } from '@/lib/chasing/schedule-text';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { isForestalled, type ScheduleStep, stepAt, stepCause, stepInstants } from '@/lib/domain/chasing/chasing';
import { dayMessage } from '@/lib/notifications/digests/digest-text';
import { type NewMessage, storeNewMessages } from '@/lib/notifications/mutations';
import { portalNow } from '@/lib/server/clock';
import { listUnfiledNear, type UnfiledReport } from './data';
import { openedMessages, overdueMessages, type UnfiledNow } from './dates/dated-text';

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

/** Gives the messages by which agencies that have not filed are chased, by the chasing schedule of each plan. */
function scheduledMessages({ reports, calendar, now }: UnfiledNow): NewMessage[] {
  const due = dueSteps(reports, calendar, now);
  const messages = due
    .filter((each) => !each.isForestalled)
    .flatMap(({ report, step }) => agencyMessage(report, { step, calendar, now }) ?? []);
  return [...messages, ...leaderMessages(due, calendar, now)];
}

/**
 * Notifies of everything that has come by date, over all plans, by the portal's clock: agencies of opened periods and of
 * reports that they have not filed, the leader and the readers of those that are missing. Each account gets one delivery. It
 * may run any number of times, also concurrently.
 */
export async function notifyOfDates(): Promise<void> {
  const now = await portalNow();
  const [calendar, reports] = await Promise.all([getCalendar(), listUnfiledNear(now)]);
  const unfiled = { reports, calendar, now };
  const messages = [...scheduledMessages(unfiled), ...(await openedMessages(now)), ...(await overdueMessages(unfiled))];
  await storeNewMessages(messages, now, dayMessage);
}
