import 'server-only';
import type { UnfiledReport } from '@/lib/chasing/data';
import { agencyRoles } from '@/lib/domain/authorization';
import { type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type WorkingDayCalendar, workingDaysAfter, workingDaysLeft } from '@/lib/domain/calendar/working-days';
import { type ScheduleStep, stepCause } from '@/lib/domain/chasing/chasing';
import type { NewMessage } from '@/lib/notifications/mutations';
import { routes } from '@/lib/routes';
import { formatDateWithWeekday } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { planPeriodWords } from '@/lib/text/plan-period-words';

type Moment = { step: ScheduleStep; calendar: WorkingDayCalendar; now: Date };

const yes = (holds: boolean) => (holds ? 'yes' : 'no');

/** A step that is caught up on late may come after the last day. */
const timeOf = ({ closesAt }: UnfiledReport, now: Date) => (closesAt !== null && now >= closesAt ? 'after' : 'before');

/**
 * Gives the message of a step to the agency's officers about a report that is not filed; null where the step notifies
 * none of them.
 */
export function agencyMessage(report: UnfiledReport, { step, calendar, now }: Moment): NewMessage | null {
  const t = getT();
  const roles = agencyRoles.filter((role) => step.to.includes(role));
  if (roles.length === 0) return null;
  const said = {
    period: planPeriodWords(t, { ...report, isOneOfSeveral: report.agencyHasSeveral }),
    date: formatDateWithWeekday(report.dueOn),
    provisional: yes(report.provisional),
    returned: yes(report.isReturned),
    lateFiling: yes(report.isLateFilingOpen),
    days: workingDaysLeft(calendar, civilDateOf(now), report.dueOn),
  };
  const time = timeOf(report, now);
  return {
    kind: 'scheduled',
    cause: stepCause(report.id, step, report.dueOn),
    reportId: report.id,
    to: { agencyId: report.agencyId, roles },
    subject: t(`notifications.texts.${time}.subject`, said),
    body: t(`notifications.texts.${time}.body`, said),
    link: routes.filing(),
    version: report.version,
  };
}

/** Most names, and their characters, that a message to the leader spells out; the list behind its link has them all. */
const mostNames = 40;
const mostCharacters = 1_500;

function namesOf(reports: readonly UnfiledReport[]): string {
  const t = getT();
  const names = reports.map(({ agencyName }) => agencyName);
  const shown = names.slice(0, mostNames);
  while (shown.join('、').length > mostCharacters) shown.pop();
  const list = shown.join('、');
  return shown.length < names.length ? t('notifications.texts.leader.andMore', { list }) : list;
}

/** Gives the message of a step to the leader: the agencies of a period that have not filed by one last day. */
export function leaderMessage(
  reports: readonly [UnfiledReport, ...UnfiledReport[]],
  { step, calendar, now }: Moment,
): NewMessage {
  const t = getT();
  const [first] = reports;
  const { periodCode, dueOn, periodId, planCode, officeId } = first;
  const time = timeOf(first, now);
  const today = civilDateOf(now);
  const said = {
    period: planPeriodWords(t, { ...first, isOneOfSeveral: first.officeHasSeveral }),
    date: formatDateWithWeekday(dueOn),
    provisional: yes(first.provisional),
    count: reports.length,
    days: time === 'after' ? daysPast(dueOn, calendar, today) : workingDaysLeft(calendar, today, dueOn),
    names: namesOf(reports),
  };
  const filter = new URLSearchParams({ plan: planCode, quarter: periodCode, status: 'unfiled' });
  return {
    kind: 'scheduled',
    cause: stepCause(periodId, step, dueOn),
    reportId: null,
    to: { officeId, roles: ['leader'] },
    subject: t(`notifications.texts.leader.${time}.subject`, said),
    body: t(`notifications.texts.leader.${time}.body`, said),
    link: `${routes.review()}?${filter}`,
  };
}

function daysPast(dueOn: CivilDate, calendar: WorkingDayCalendar, today: CivilDate): number {
  return Math.max(0, workingDaysAfter(calendar, today, dueOn));
}
