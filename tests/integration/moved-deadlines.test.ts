import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET } from '@/app/api/calendar/[key]/route';
import { getCalendarKey } from '@/lib/calendar/feed/data';
import { changeCalendarSubscription } from '@/lib/calendar/feed/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import type { Deadline } from '@/lib/domain/deadline/deadline';
import { listMessages } from '@/lib/notifications/data';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { type MoveCause, moveDeadlines } from '@/lib/plans/deadlines/mutations';
import { db } from '@/lib/server/database/db';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { parseICalendar, textOf } from '../support/icalendar';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, eventsOf } from '../support/writing';

const at = (day: string, provisional = false): Deadline => {
  const [dueOn, after] = [civilDate(day), startOfDay(civilDate(day)).getTime() + 86_400_000];
  const reasons = [{ date: dueOn, kind: 'working_day' as const, name: '' }];
  return { periodCode: periodCode('2020Q1'), dueOn, closesAt: new Date(after), provisional, reasons };
};

let coordinator: Actor;
let reporter: Actor;
let report: MadeReport;

beforeAll(async () => {
  coordinator = await makeAccount('coordinator');
});

beforeEach(async () => {
  await setDemonstrationClock(now);
  report = await makeReport({ provisional: true });
  reporter = await makeAccount('reporter', report.agencyId);
});

const move = (deadline: Deadline, reason = '按放假安排', cause: MoveCause = 'calendar') =>
  db.$transaction((transaction) =>
    moveDeadlines(transaction, [{ periodId: report.periodId, deadline }], { reason, cause }, by(coordinator, 0)),
  );

const moves = () =>
  sql<{ accountId: string; address: string; detail: Record<string, unknown> }>(
    `SELECT * FROM "Event" WHERE name = 'deadline-moved' AND detail ->> 'periodId' = $1 ORDER BY id`,
    [report.periodId],
  );

describe('a deadline that is moved', () => {
  test('its day, instant, reasons and firmness are those of the new deadline, and one event says who moved it from where and why', async () => {
    expect(await move(at('2020-04-07'))).toBe(1);
    const row = await one<Record<string, unknown>>(
      `SELECT "dueOn"::text AS "dueOn", "closesAt", provisional, reasons FROM "ReportingPeriod" WHERE id = $1`,
      [report.periodId],
    );
    expect(row).toEqual({
      dueOn: '2020-04-07',
      closesAt: new Date('2020-04-07T16:00:00Z'),
      provisional: false,
      reasons: [{ date: '2020-04-07', kind: 'working_day', name: '' }],
    });
    const recorded = await moves();
    expect(recorded).toHaveLength(1);
    expect(recorded[0]).toMatchObject({
      accountId: coordinator.accountId,
      address: '10.0.0.7',
      detail: {
        planCode: report.planCode,
        quarter: '2020Q1',
        periodId: report.periodId,
        before: { dueOn: '2020-04-03', closesAt: '2020-04-03T16:00:00.000Z', provisional: true },
        after: { dueOn: '2020-04-07', closesAt: '2020-04-07T16:00:00.000Z', provisional: false },
        reason: '按放假安排',
        cause: 'calendar',
      },
    });
  });

  test('a deadline that is there already is not moved: nothing is recorded, and only the reasons are taken', async () => {
    expect(await move(at('2020-04-03', true))).toBe(0);
    expect(await moves()).toEqual([]);
    expect(await eventsOf(report.id)).toEqual([]);
    const { reasons } = await one<{ reasons: unknown[] }>(`SELECT reasons FROM "ReportingPeriod" WHERE id = $1`, [
      report.periodId,
    ]);
    expect(reasons).toHaveLength(1);
  });

  test('a granted extension keeps its own last day', async () => {
    await sql(
      `UPDATE "Report" SET "extendedDueOn" = '2020-04-20', "extendedClosesAt" = '2020-04-20T16:00Z' WHERE id = $1`,
      [report.id],
    );
    await move(at('2020-04-07'));
    const { extended } = await one<{ extended: string }>(
      `SELECT "extendedDueOn"::text AS extended FROM "Report" WHERE id = $1`,
      [report.id],
    );
    expect(extended).toBe('2020-04-20');
  });
});

describe('whom a moved deadline is told', () => {
  test('the officers of the agency are notified with both days and the reason; the coordinator who moved it is not', async () => {
    await move(at('2020-04-07'));
    await notifyOfEvents();
    const { messages } = await listMessages(reporter, { number: 1, size: 20 });
    expect(messages.map(({ subject, body }) => [subject, body])).toEqual([
      [
        '【截止时间】2020年第一季度报告的截止时间调整为2020年4月7日（周二）24:00',
        '试验计划：2020年第一季度报告的报送截止时间由2020年4月3日（周五）24:00（暂定）调整为2020年4月7日（周二）24:00。' +
          '贵单位现在的报送截止日期为2020年4月7日（周二），已报送的不用再次报送。\n说明：按放假安排',
      ],
    ]);
    expect((await listMessages(coordinator, { number: 1, size: 20 })).messages).toEqual([]);
  });

  test('the subscribed calendar shows the new day under the next sequence number and the time of the move', async () => {
    await changeCalendarSubscription(reporter, 'subscribe', '10.0.0.7');
    const key = await getCalendarKey(reporter);
    const event = async () => {
      const request = new Request(`http://localhost:3000/api/calendar/${key}.ics`);
      const answer = await GET(request, { params: Promise.resolve({ key: `${key}.ics` }) });
      const [entry] = parseICalendar(await answer.text()).components;
      if (!entry) throw new Error('the calendar is empty');
      return ['DTSTART', 'STATUS', 'SEQUENCE', 'LAST-MODIFIED'].map((name) => textOf(entry, name));
    };
    expect(await event()).toEqual(['20200403', 'TENTATIVE', '0', '20190101T160000Z']);
    await move(at('2020-04-07'));
    const [day, status, sequence, modified] = await event();
    expect([day, status, sequence]).toEqual(['20200407', 'CONFIRMED', '1']);
    expect(modified?.slice(0, 8)).toBe('20200402');
  });
});
