import 'server-only';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type NotifiedEvent, notifiedEvents } from '@/lib/domain/chasing/notified-events';
import type { NewMessage } from '@/lib/notifications/mutations';
import type { PendingEvent } from '@/lib/notifications/pending/data';
import { routes } from '@/lib/routes';
import { formatDateWithWeekday, formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

function datesOf({ detail }: PendingEvent) {
  const day = detail.grantedOn ?? detail.returnDueOn ?? detail.proposedOn;
  return {
    date: day ? formatDateWithWeekday(day) : '',
    reason: detail.reason ?? detail.note ?? '',
    granted: detail.grantedOn ? 'yes' : 'no',
  };
}

function decisionText(name: Exclude<NotifiedEvent, 'report-chased'>, event: PendingEvent) {
  const t = getT();
  const { agencyName: agency, planTitle: plan } = event;
  const said = { agency, plan, period: formatPeriod(event.periodCode), ...datesOf(event) };
  return { subject: t(`notifications.texts.${name}.subject`, said), body: t(`notifications.texts.${name}.body`, said) };
}

/**
 * The text as the sender typed it, with the report's own last day filled in, because one text goes to agencies with
 * different last days.
 */
function chasedText({ dueOn, provisional, detail: { subject = '', text = '' } }: PendingEvent) {
  const t = getT();
  const day = t('notifications.texts.dueOn', {
    date: formatDateWithWeekday(dueOn),
    provisional: provisional ? 'yes' : 'no',
  });
  return { subject, body: text.replaceAll(t('chasing.form.dueOnPlace'), day) };
}

const linkOf = ({ name, reportId, detail }: PendingEvent) => {
  if (name === 'extension-requested') return routes.extensions();
  if (name === 'remark-added') return routes.receipt(reportId, detail.version ?? 1);
  return name === 'report-chased' ? routes.filing() : routes.report(reportId);
};

/** An agency gets one message for all remarks of one day. */
const causeOf = ({ id, name, reportId, at }: PendingEvent) =>
  name === 'remark-added' ? `remarks/${reportId}/${civilDateOf(at)}` : `event/${id}`;

/** Gives the message that notifies of an event. */
export function eventMessage(event: PendingEvent): NewMessage {
  const { name, reportId } = event;
  const text = name === 'report-chased' ? chasedText(event) : decisionText(name, event);
  return {
    kind: name === 'report-chased' ? 'chased' : 'decision',
    cause: causeOf(event),
    reportId,
    agencyId: name === 'extension-requested' ? null : event.agencyId,
    roles: notifiedEvents[name],
    ...text,
    link: linkOf(event),
  };
}
