import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { agencyMessage, leaderMessage } from '@/lib/chasing/ladder-text';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { type ChasingRung, rungAt, rungCause, rungInstants } from '@/lib/domain/chasing/chasing';
import type { NewMessage } from '@/lib/notifications/mutations';
import { portalNow } from '@/lib/server/clock';
import { listUnfiledNear, type UnfiledReport } from './data';
import { storeChasing } from './mutations';

type Standing = { report: UnfiledReport; rung: ChasingRung };

/** The step of the chasing schedule in effect for each report. */
function standingOf(reports: readonly UnfiledReport[], calendar: WorkingDayCalendar, now: Date): Standing[] {
  const known = new Map<string, ReturnType<typeof rungInstants>>();
  return reports.flatMap((report) => {
    const key = `${report.planCode} ${report.dueOn}`;
    const instants = known.get(key) ?? rungInstants(report.ladder, report.dueOn, calendar);
    known.set(key, instants);
    const rung = rungAt(instants, report, now);
    return rung ? [{ report, rung }] : [];
  });
}

/** One message to the leader for all reports with the same step and the same last day. */
function leaderMessages(standing: readonly Standing[], calendar: WorkingDayCalendar, now: Date): NewMessage[] {
  const groups = new Map<string, { reports: [UnfiledReport, ...UnfiledReport[]]; rung: ChasingRung }>();
  for (const { report, rung } of standing.filter(({ rung: { to } }) => to.includes('leader'))) {
    const cause = rungCause(report.periodId, rung, report.dueOn);
    const group = groups.get(cause);
    if (group) group.reports.push(report);
    else groups.set(cause, { reports: [report], rung });
  }
  return [...groups.values()].map(({ reports, rung }) => leaderMessage(reports, { rung, calendar, now }));
}

/**
 * Chases agencies that have not filed, by the chasing schedule and the portal's clock. It may run any number of times,
 * also concurrently.
 */
export async function chaseUnfiled(): Promise<void> {
  const now = await portalNow();
  const [calendar, reports] = await Promise.all([getCalendar(), listUnfiledNear(now)]);
  const standing = standingOf(reports, calendar, now);
  const messages = standing.flatMap(({ report, rung }) => agencyMessage(report, { rung, calendar, now }) ?? []);
  await storeChasing([...messages, ...leaderMessages(standing, calendar, now)], now);
}
