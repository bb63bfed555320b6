import { describe, expect, test } from 'vitest';
import type { ReportDeadline } from '@/lib/calendar/feed/data';
import { deadlineCalendar } from '@/lib/calendar/feed/deadline-calendar';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { importedCalendar } from '../support/deadline-table';
import { type Component, parseICalendar, textOf } from '../support/icalendar';

const calendar = importedCalendar();
const portalAddress = 'https://portal.example';

const deadline = (changes: Partial<ReportDeadline> = {}): ReportDeadline => ({
  reportId: '018f0000-0000-7000-8000-000000000001',
  status: 'draft',
  periodCode: periodCode('2020Q1'),
  planTitle: '市工业和信息化局关于印发新一代人工智能产业发展三年行动计划2020年重点工作的通知',
  rule: { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' },
  dueOn: civilDate('2020-04-03'),
  periodDueOn: civilDate('2020-04-03'),
  provisional: false,
  basis: 'period',
  revision: 0,
  revisedAt: new Date('2020-03-25T16:00:00Z'),
  ...changes,
});

function written(...deadlines: ReportDeadline[]) {
  const facts = { agencyName: '市科技局', deadlines, calendar, portalAddress, deskAddress: `${portalAddress}/filing` };
  return deadlineCalendar(facts);
}

function eventOf(changes: Partial<ReportDeadline> = {}): Component {
  const [event] = parseICalendar(written(deadline(changes)).body).components;
  if (!event) throw new Error('the calendar is empty');
  return event;
}

describe('the calendar of deadlines', () => {
  test('the calendar file follows RFC 5545: CRLF, lines of at most 75 octets, all properties before the events', () => {
    const { body } = written(deadline(), deadline({ periodCode: periodCode('2020Q2'), reportId: 'another' }));
    const parsed = parseICalendar(body);
    expect([parsed.name, textOf(parsed, 'VERSION'), textOf(parsed, 'METHOD')]).toEqual(['VCALENDAR', '2.0', 'PUBLISH']);
    expect(textOf(parsed, 'X-WR-CALNAME')).toBe('季度报告截止日期（市科技局）');
    expect(parsed.components.map(({ name }) => name)).toEqual(['VEVENT', 'VEVENT']);
    expect(body).toContain('\r\n ');
  });

  test('the same deadlines give the same calendar and entity tag, and a changed status gives another tag', () => {
    expect(written(deadline())).toEqual(written(deadline()));
    expect(written(deadline()).etag).not.toBe(written(deadline({ status: 'filed' })).etag);
  });

  test("an agency's name with special characters of the format is written without them", () => {
    const facts = { agencyName: '甲,乙;丙\\丁', deadlines: [], calendar, portalAddress, deskAddress: portalAddress };
    expect(textOf(parseICalendar(deadlineCalendar(facts).body), 'X-WR-CALNAME')).toBe(
      '进展报告截止日期（甲 乙 丙 丁）',
    );
  });
});

describe('an event of the calendar of deadlines', () => {
  test('an event lasts all day on the last day, whatever zone the server and the reader are in', () => {
    const event = eventOf();
    expect(event.properties.get('DTSTART')).toEqual({ parameters: 'VALUE=DATE', value: '20200403' });
    expect(event.properties.get('DTEND')).toEqual({ parameters: 'VALUE=DATE', value: '20200404' });
    expect(textOf(event, 'TRANSP')).toBe('TRANSPARENT');
  });

  test('an event names the report that is due and links to the desk', () => {
    const event = eventOf();
    expect(textOf(event, 'SUMMARY')).toBe('截止：2020年第一季度报告');
    expect(textOf(event, 'DESCRIPTION')).toContain('截止时间：2020年4月3日（周五）24:00（北京时间）');
    expect(textOf(event, 'URL')).toBe('https://portal.example/filing');
    expect(textOf(event, 'STATUS')).toBe('CONFIRMED');
  });

  test("the alarm is at nine in the portal's zone on the working day before, even across a holiday", () => {
    const [alarm] = eventOf({ dueOn: civilDate('2020-04-07'), basis: 'extended' }).components;
    expect(textOf(alarm, 'ACTION')).toBe('DISPLAY');
    expect(alarm?.properties.get('TRIGGER')).toEqual({ parameters: 'VALUE=DATE-TIME', value: '20200403T010000Z' });
  });

  test('an event keeps its UID after a change, and its sequence number and time stamp rise', () => {
    const before = eventOf();
    const after = eventOf({
      dueOn: civilDate('2020-04-08'),
      basis: 'extended',
      revision: 1,
      revisedAt: new Date('2020-04-02T01:00:00Z'),
    });
    expect(textOf(after, 'UID')).toBe(textOf(before, 'UID'));
    expect([textOf(before, 'SEQUENCE'), textOf(after, 'SEQUENCE')]).toEqual(['0', '1']);
    expect([textOf(before, 'DTSTAMP'), textOf(after, 'DTSTAMP')]).toEqual(['20200325T160000Z', '20200402T010000Z']);
    expect(textOf(after, 'DESCRIPTION')).toContain('经批准延期，原截止日期为2020年4月3日。');
  });

  test('an event whose deadline comes from a return says so', () => {
    const event = eventOf({ dueOn: civilDate('2020-04-08'), basis: 'returned' });
    expect(textOf(event, 'DESCRIPTION')).toContain('报告退回修改');
  });

  test('an event with a provisional deadline is tentative and says 暂定', () => {
    const event = eventOf({ provisional: true });
    expect(textOf(event, 'SUMMARY')).toContain('暂定');
    expect(textOf(event, 'STATUS')).toBe('TENTATIVE');
  });

  test.each(['filed', 'accepted'] as const)('the event of a report %s says 已报送, without an alarm', (status) => {
    const event = eventOf({ status });
    expect(textOf(event, 'SUMMARY')).toBe('已报送：2020年第一季度报告');
    expect(event.components).toEqual([]);
  });
});
