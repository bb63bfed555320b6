import 'server-only';
import { createHash } from 'node:crypto';
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays, startOfDay, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { rhythmOf } from '@/lib/domain/calendar/period';
import { type WorkingDayCalendar, workingDayBefore } from '@/lib/domain/calendar/working-days';
import { isWithDivision } from '@/lib/domain/report/report';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatDate, formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rhythmWords, sharedRhythm } from '@/lib/text/rhythm-words';
import type { ReportDeadline } from './data';

export type DeadlineCalendarFacts = {
  agencyName: string;
  deadlines: readonly ReportDeadline[];
  calendar: WorkingDayCalendar;
  /** The address of the portal, which is part of the permanent ids of the events, and that of the desk. */
  portalAddress: string;
  deskAddress: string;
};

const refreshSeconds = 6 * 60 * 60;
/** The reminder on the working day before comes at 09:00 in the portal's zone, whatever the device's zone. */
const alarmHour = 9;

function summaryOf(deadline: ReportDeadline): string {
  const t = getT();
  const periodName = formatPeriod(deadline.periodCode);
  if (isWithDivision(deadline.status)) return t('calendar.feed.filed', { period: periodName });
  return t(deadline.provisional ? 'calendar.feed.summaryProvisional' : 'calendar.feed.summary', { period: periodName });
}

function descriptionOf(deadline: ReportDeadline, deskAddress: string): string {
  const t = getT();
  const lines = [
    deadline.planTitle,
    t('calendar.feed.dueOn', { deadline: deadlineWords(deadline.dueOn, deadline.rule) }),
  ];
  if (deadline.basis !== 'period') {
    lines.push(t(`calendar.feed.${deadline.basis}`, { period: formatDate(deadline.periodDueOn) }));
  }
  if (deadline.provisional) lines.push(t('calendar.feed.provisional'));
  return [...lines, deskAddress].join('\n');
}

function alarmsOf(deadline: ReportDeadline, calendar: WorkingDayCalendar): ICalEventData['alarms'] {
  if (isWithDivision(deadline.status)) return [];
  const dayBefore = workingDayBefore(calendar, deadline.dueOn);
  const trigger = new Date(startOfDay(dayBefore).getTime() + alarmHour * 60 * 60_000);
  return [{ type: ICalAlarmType.display, trigger, description: summaryOf(deadline) }];
}

function eventOf(deadline: ReportDeadline, facts: DeadlineCalendarFacts): ICalEventData {
  return {
    id: `deadline-${deadline.reportId}@${new URL(facts.portalAddress).host}`,
    sequence: deadline.revision,
    stamp: deadline.revisedAt,
    lastModified: deadline.revisedAt,
    // Without a zone the library writes the UTC day of an instant, and a stored date is midnight UTC.
    allDay: true,
    start: storedDateOf(deadline.dueOn),
    end: storedDateOf(addDays(deadline.dueOn, 1)),
    summary: summaryOf(deadline),
    description: descriptionOf(deadline, facts.deskAddress),
    url: facts.deskAddress,
    status: deadline.provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: alarmsOf(deadline, facts.calendar),
  };
}

/** RFC 5545 (3.6.1) puts the alarms of an event after its properties; the library writes them in between. */
function alarmsLast(text: string): string {
  return text.replace(/((?:BEGIN:VALARM\r\n.*?END:VALARM\r\n)+)(.*?)(?=END:VEVENT)/gs, '$2$1');
}

/**
 * Builds the calendar of an agency's deadlines (RFC 5545): one all-day event per period on the last day in force, with
 * a reminder on the working day before while the report is not filed. It contains dates only, no content of reports.
 */
export function deadlineCalendar(facts: DeadlineCalendarFacts): { body: string; etag: string } {
  const t = getT();
  const rhythms = facts.deadlines.map(({ periodCode }) => ({ rhythm: rhythmOf(periodCode) }));
  const words = rhythmWords(t, sharedRhythm(rhythms));
  const calendar = ical({
    name: t('calendar.feed.name', { ...words, agency: facts.agencyName }).replace(/[\\;,]/g, ' '),
    prodId: { company: 'task-progress-portal', product: 'deadlines', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    events: facts.deadlines.map((deadline) => eventOf(deadline, facts)),
  });
  const body = alarmsLast(`${calendar.toString()}\r\n`);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
