import 'server-only';
import type { UnfiledReport } from '@/lib/chasing/data';
import { agencyRoles } from '@/lib/domain/authorization';
import { type ChasingRung, rungCause } from '@/lib/domain/chasing';
import { type CivilDate, civilDateOf } from '@/lib/domain/civil-date';
import { type WorkingDayCalendar, workingDaysAfter, workingDaysLeft } from '@/lib/domain/working-days';
import type { NewMessage } from '@/lib/inbox/mutations';
import { formatDateWithWeekday, formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { routes } from '@/lib/routes';

type Moment = { rung: ChasingRung; calendar: WorkingDayCalendar; now: Date };

const yes = (holds: boolean) => (holds ? 'yes' : 'no');

/** What a rung says to the agency's officers of a report that is not filed; null where it reaches none of them. */
export function agencyMessage(report: UnfiledReport, { rung, calendar, now }: Moment): NewMessage | null {
  const roles = agencyRoles.filter((role) => rung.to.includes(role));
  if (roles.length === 0) return null;
  const said = {
    quarter: formatQuarter(report.quarter),
    date: formatDateWithWeekday(report.dueOn),
    provisional: yes(report.provisional),
    returned: yes(report.isReturned),
    days: workingDaysLeft(calendar, civilDateOf(now), report.dueOn),
  };
  // A rung that was made up for late may find the last day in the past.
  const isPast = report.closesAt !== null && now >= report.closesAt;
  return {
    kind: 'ladder',
    cause: rungCause(report.id, rung, report.dueOn),
    reportId: report.id,
    agencyId: report.agencyId,
    roles,
    subject: t(isPast ? 'told.after.subject' : 'told.before.subject', said),
    body: t(isPast ? 'told.after.body' : 'told.before.body', said),
    link: routes.filing(),
    version: report.version,
  };
}

/** Names that a message to the leader spells out; the list behind its link has them all. */
const mostNames = 40;

/** What a rung says to the leader: which agencies of a period have not filed by one last day. */
export function leaderMessage(
  [first, ...others]: readonly [UnfiledReport, ...UnfiledReport[]],
  { rung, calendar, now }: Moment,
): NewMessage {
  const names = [first, ...others].map(({ agencyName }) => agencyName);
  const { quarter, dueOn, periodId, planCode } = first;
  const list = names.slice(0, mostNames).join('、');
  const said = {
    quarter: formatQuarter(quarter),
    date: formatDateWithWeekday(dueOn),
    count: names.length,
    days: daysPast(dueOn, calendar, now),
    names: names.length > mostNames ? t('told.leader.andMore', { list }) : list,
  };
  const filter = new URLSearchParams({ plan: planCode, quarter, status: 'unfiled' });
  return {
    kind: 'ladder',
    cause: rungCause(periodId, rung, dueOn),
    reportId: null,
    agencyId: null,
    roles: ['leader'],
    subject: t('told.leader.subject', said),
    body: t('told.leader.body', said),
    link: `${routes.review()}?${filter}`,
  };
}

function daysPast(dueOn: CivilDate, calendar: WorkingDayCalendar, now: Date): number {
  return Math.max(0, workingDaysAfter(calendar, civilDateOf(now), dueOn));
}
