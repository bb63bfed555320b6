import 'server-only';
import type { UnfiledReport } from '@/lib/chasing/data';
import { agencyRoles } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { NewMessage } from '@/lib/notifications/mutations';
import { routes } from '@/lib/routes';
import { formatDateWithWeekday } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { planPeriodWords } from '@/lib/text/plan-period-words';
import type { OpenedReport } from './data';

/** Gives the message to the agency's officers that a period has opened. */
export function openedMessage(report: OpenedReport): NewMessage {
  const t = getT();
  const dueOn = t('notifications.texts.dueOn', {
    date: formatDateWithWeekday(report.dueOn),
    provisional: report.provisional ? 'yes' : 'no',
  });
  const said = { period: planPeriodWords(t, report), dueOn };
  return {
    kind: 'notice',
    cause: `opened/${report.id}`,
    reportId: report.id,
    to: { agencyId: report.agencyId, roles: agencyRoles },
    subject: t('notifications.texts.period-opened.subject', said),
    body: t('notifications.texts.period-opened.body', said),
    link: routes.filing(),
    version: report.version,
  };
}

/** Most names that a message spells out; the page behind its link has them all. */
const mostNames = 40;

/** Gives the message to a reader: the agencies whose reports became overdue, once a day. */
export function overdueMessage(
  accountId: string,
  reports: readonly [UnfiledReport, ...UnfiledReport[]],
  day: CivilDate,
): NewMessage {
  const t = getT();
  const [{ planCode, periodCode }] = reports;
  const nameOf = ({ agencyName: agency, officeHasSeveral: isOneOfSeveral, ...report }: UnfiledReport) =>
    t('notifications.texts.overdueOf', { agency, period: planPeriodWords(t, { ...report, isOneOfSeveral }) });
  const list = reports.slice(0, mostNames).map(nameOf).join('、');
  const said = {
    count: reports.length,
    names: reports.length > mostNames ? t('notifications.texts.leader.andMore', { list }) : list,
  };
  return {
    kind: 'notice',
    cause: `overdue/${day}/${accountId}`,
    reportId: null,
    to: { accountIds: [accountId] },
    subject: t('notifications.texts.overdue.subject', said),
    body: t('notifications.texts.overdue.body', said),
    link: routes.chasingOf(planCode, periodCode),
  };
}
