import 'server-only';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type NotifiedEvent, notificationRule } from '@/lib/domain/chasing/notified-events';
import type { NewMessage } from '@/lib/notifications/mutations';
import type { PendingEvent } from '@/lib/notifications/pending/data';
import type { MessageRecipients } from '@/lib/notifications/pending/recipients';
import { routes } from '@/lib/routes';
import { namedDeadlineWords } from '@/lib/text/deadline-words';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatDateWithWeekday, formatInstant, formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { planPeriodWords } from '@/lib/text/plan-period-words';

const yes = (holds: boolean) => (holds ? 'yes' : 'no');

function lastDayOf({ dueOn, provisional }: PendingEvent): string {
  const t = getT();
  return t('notifications.texts.dueOn', { date: formatDateWithWeekday(dueOn), provisional: yes(provisional) });
}

function datesOf({ detail }: PendingEvent) {
  const day = detail.grantedOn ?? detail.returnDueOn ?? detail.proposedOn ?? detail.opensOn;
  return { date: day ? formatDateWithWeekday(day) : '', granted: yes(Boolean(detail.grantedOn)) };
}

/** Everything that a sentence about an event may name, for recipients who have several plans or one. */
function valuesOf(event: PendingEvent, isOneOfSeveral: boolean) {
  const t = getT();
  const { detail, contribution, taskNumbers } = event;
  return {
    agency: event.agencyName,
    actor: event.actor,
    actorAgency: event.actorAgency,
    office: event.office,
    period: planPeriodWords(t, { ...event, isOneOfSeveral }),
    dueOn: lastDayOf(event),
    at: formatInstant(event.at),
    task: contribution?.taskNumber ?? taskNumbers[detail.taskId ?? ''] ?? 0,
    version: detail.version ?? 1,
    file: detail.name ?? '',
    again: yes((detail.version ?? 1) > 1),
    wholePlan: yes(detail.wholePlan === true),
    corrected: yes(detail.kind === 'corrected'),
    taken: yes(detail.outcome === 'taken'),
    plan: event.planTitle,
    before: detail.before ? namedDeadlineWords(t, detail.before) : '',
    after: detail.after ? namedDeadlineWords(t, detail.after) : '',
    change: detail.change ?? 'changed',
    ended: yes(detail.kind === 'ended'),
    title: detail.title ?? '',
    from: detail.fromPeriod ? formatPeriod(detail.fromPeriod) : '',
    ...datesOf(event),
  };
}

/** Characters of one opinion, and of all of them, that a message quotes; the report has them whole. */
const quoted = { each: 60, all: 1_000 };

const shortened = (text: string, most: number) => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > most ? `${characters.slice(0, most).join('')}……` : characters.join('');
};

/** The opinions of a return, each with its task, as far as there is room. */
function opinionsOf({ detail: { reasons = [] }, taskNumbers, form }: PendingEvent): string {
  const t = getT();
  const lines = reasons.map(({ taskId, section, text }) =>
    t('notifications.texts.opinion', {
      task: taskNumbers[taskId] ?? 0,
      section: section ? fieldLabel(t, form, section) : '',
      hasSection: yes(Boolean(section)),
      text: shortened(text, quoted.each),
    }),
  );
  const shown = [...lines];
  while (shown.join('\n').length > quoted.all) shown.pop();
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [t('notifications.texts.moreOpinions', { count: more })] : [])].join('\n');
}

function eventText(name: Exclude<NotifiedEvent, 'report-chased'>, event: PendingEvent, isOneOfSeveral: boolean) {
  const t = getT();
  const values = valuesOf(event, isOneOfSeveral);
  const reason = shortened(event.detail.reason ?? event.detail.note ?? '', quoted.all);
  const paragraphs = [
    t(`notifications.texts.${name}.body`, values),
    reason && t('notifications.texts.reason', { reason }),
    opinionsOf(event),
  ];
  return { subject: t(`notifications.texts.${name}.subject`, values), body: paragraphs.filter(Boolean).join('\n') };
}

/**
 * The text as the sender typed it, with the report's own state and last day filled in, because one text goes to agencies
 * that differ in both.
 */
function chasedText(event: PendingEvent) {
  const t = getT();
  const { subject = '', text = '', from } = event.detail;
  const state = t('notifications.texts.state', { returned: yes(from === 'returned') });
  const filledIn = text
    .replaceAll(t('chasing.form.statePlace'), state)
    .replaceAll(t('chasing.form.dueOnPlace'), lastDayOf(event));
  return { subject, body: filledIn };
}

/** The pages of events that are not about the agency's own report in its editor. */
const pages: Partial<Record<NotifiedEvent, (event: PendingEvent) => string>> = {
  'report-chased': () => routes.filing(),
  'remark-added': ({ reportId, detail }) => routes.receipt(reportId, detail.version ?? 1),
  'contribution-decided': ({ reportId, contribution }) =>
    contribution ? routes.contributions(reportId, contribution.taskId) : routes.filing(),
  'extension-requested': () => routes.extensions(),
  'extension-taken-back': () => routes.extensions(),
  'report-filed': ({ reportId }) => routes.reportReview(reportId),
  'filed-evidence-infected': ({ reportId }) => routes.reportReview(reportId),
  'read-tasks-changed': ({ reportId }) => routes.reportReview(reportId),
  'publication-proposed': ({ reportId }) => routes.publication(reportId),
  'publication-declined': ({ reportId }) => routes.publication(reportId),
};

const kindOf = (name: NotifiedEvent): NewMessage['kind'] => {
  if (name === 'report-chased') return 'chased';
  return notificationRule(name).isDecision ? 'decision' : 'notice';
};

/** An agency gets one message for all remarks of one day. */
const causeOf = ({ id, name, reportId, at }: PendingEvent) =>
  name === 'remark-added' ? `remarks/${reportId}/${civilDateOf(at)}` : `event/${id}`;

/** Gives the message that notifies its recipients of an event. */
export function eventMessage(event: PendingEvent, to: MessageRecipients): NewMessage {
  const { name, reportId } = event;
  const isOneOfSeveral = 'agencyId' in to ? event.agencyHasSeveral : event.officeHasSeveral;
  const text = name === 'report-chased' ? chasedText(event) : eventText(name, event, isOneOfSeveral);
  return {
    kind: kindOf(name),
    cause: causeOf(event),
    reportId,
    event: { id: event.id, accountId: event.accountId },
    to,
    ...text,
    link: pages[name]?.(event) ?? routes.report(reportId),
    isBundled: notificationRule(name).isBundled ?? false,
  };
}
