import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCalendar } from '@/lib/calendar/data';
import { importCalendar } from '@/lib/calendar/mutations';
import { type Actor, roles } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { fileReport } from '@/lib/filing/mutations';
import { readCalendar } from '@/lib/imports/calendar';
import { listMessages } from '@/lib/notifications/data';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { listCalendarMoves } from '@/lib/plans/deadlines/data';
import { confirmCalendarYear, moveByCalendar } from '@/lib/plans/deadlines/mutations';
import { makeAccount } from '../support/accounts';
import { arrangementOf2027 } from '../support/arrangements/texts';
import { setDemonstrationClock } from '../support/clock';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, codeOf, eventNamesOf, granted, storedReport } from '../support/writing';

const now = new Date('2026-11-30T02:00:00Z');
const reason = '按国办发明电〔2026〕8号确定';

/** 4 January 2027 is off too, so that the third working day is the 7th and not the 6th. */
const text = arrangementOf2027.replace(
  '1月1日（周五）至3日（周日）放假，共3天。',
  '1月1日（周五）至4日（周一）放假调休，共4天。1月9日（周六）上班。',
);

let coordinator: Actor;
let reporter: Actor;
let report: MadeReport;

const context = (actor: Actor = coordinator, at = now) => by(actor, 0, at);
const moves = async () => listCalendarMoves(await getCalendar(), now);
const chosen = () => [{ periodId: report.periodId, dueOn: civilDate('2027-01-07') }];
const press = (actor?: Actor, at?: Date) => moveByCalendar({ moves: chosen(), reason }, context(actor, at));

async function confirm() {
  const first = await confirmCalendarYear({ year: 2027, version: 0, text, seen: '' }, context());
  if (first.ok || first.refusal.code !== 'arrangement-read') throw new Error('there is no preview');
  granted(await confirmCalendarYear({ year: 2027, version: 0, text, seen: first.refusal.name }, context()));
  return first.refusal;
}

const period = () =>
  one<{ dueOn: string; provisional: boolean; closesAt: Date }>(
    `SELECT "dueOn"::text AS "dueOn", provisional, "closesAt" FROM "ReportingPeriod" WHERE id = $1`,
    [report.periodId],
  );

beforeAll(async () => {
  await setDemonstrationClock(now);
  coordinator = await makeAccount('coordinator');
});

beforeEach(async () => {
  await setDemonstrationClock(now);
  await sql('DELETE FROM "CalendarYear"');
  await sql('DELETE FROM "CalendarDay"');
  await importCalendar(readCalendar());
  await sql(`UPDATE "Plan" SET status = 'closed'`);
  const closesAt = new Date('2027-01-06T16:00:00Z');
  report = await makeReport({
    provisional: true,
    dueOn: '2027-01-06',
    closesAt,
    opensAt: new Date('2026-11-01T00:00:00Z'),
  });
  await sql(`UPDATE "ReportingPeriod" SET quarter = '2026Q4' WHERE id = $1`, [report.periodId]);
  reporter = await makeAccount('reporter', report.agencyId);
});

describe('the deadlines that a calendar moves', () => {
  test('the preview of a year says which would move, and nothing moves by the confirmation itself', async () => {
    const before = await period();
    const preview = await confirm();
    expect(preview.moves).toHaveLength(1);
    expect(preview.moves[0]).toMatchObject({
      periodId: report.periodId,
      periodCode: '2026Q4',
      planCode: report.planCode,
      before: { dueOn: '2027-01-06', provisional: true },
      after: { dueOn: '2027-01-07', provisional: false },
      ...{ reports: 1, extended: 0, setByHand: false, isPast: false },
    });
    expect(await period()).toEqual(before);
    expect(await moves()).toEqual(preview.moves);
  });

  test('periods of drafts and of closed plans, skipped ones, closed ones and those that have closed by time are left out', async () => {
    await confirm();
    const expectNone = async (change: string, undo: string) => {
      await sql(change, [report.periodId]);
      expect(await moves()).toEqual([]);
      await sql(undo, [report.periodId]);
    };
    const of = (status: string) =>
      `UPDATE "Plan" SET status = '${status}' WHERE id = (SELECT "planId" FROM "ReportingPeriod" WHERE id = $1)`;
    await expectNone(of('draft'), of('issued'));
    await expectNone(of('closed'), of('issued'));
    const set = (column: string) => `UPDATE "ReportingPeriod" SET ${column} WHERE id = $1`;
    await expectNone(set(`"skippedFor" = '不报'`), set(`"skippedFor" = ''`));
    await expectNone(set('"closedAt" = now()'), set('"closedAt" = NULL'));
    await expectNone(
      set(`provisional = false, "closesAt" = '2026-11-29T16:00Z'`),
      set(`provisional = true, "closesAt" = '2027-01-06T16:00Z'`),
    );
    expect(await moves()).toHaveLength(1);
  });

  test('a day that a coordinator set by hand and an extension are named beside the move', async () => {
    await confirm();
    await sql(
      `UPDATE "Report" SET "extendedDueOn" = '2027-01-20', "extendedClosesAt" = '2027-01-20T16:00Z' WHERE id = $1`,
      [report.id],
    );
    await sql(`INSERT INTO "Event" (name, detail) VALUES ('deadline-moved', $1)`, [
      { periodId: report.periodId, cause: 'coordinator' },
    ]);
    expect(await moves()).toEqual([expect.objectContaining({ setByHand: true, extended: 1 })]);
  });

  test('a day that has passed already is marked and cannot be taken, because the period would close at once', async () => {
    await confirm();
    const later = new Date('2027-01-08T02:00:00Z');
    expect((await listCalendarMoves(await getCalendar(), later)).map(({ isPast }) => isPast)).toEqual([true]);
    expect(codeOf(await press(coordinator, later))).toBe('due-date-not-ahead');
    expect(await period()).toMatchObject({ provisional: true });
    expect(await eventNamesOf(report.id)).toEqual([]);
  });
});

describe('the press that moves them', () => {
  test('2026Q4 gets the day of the confirmed calendar, is firm, is told to its agency, and closes from then on', async () => {
    await confirm();
    expect(granted(await press())).toBe(1);
    expect(await period()).toEqual({
      dueOn: '2027-01-07',
      provisional: false,
      closesAt: new Date('2027-01-07T16:00:00Z'),
    });
    expect(await moves()).toEqual([]);
    const moved = await one<{ accountId: string; detail: object }>(
      `SELECT * FROM "Event" WHERE name = 'deadline-moved' AND detail ->> 'periodId' = $1`,
      [report.periodId],
    );
    expect(moved).toMatchObject({ accountId: coordinator.accountId, detail: { reason, cause: 'calendar' } });
    await notifyOfEvents();
    const { messages } = await listMessages(reporter, { number: 1, size: 20 });
    expect(messages[0]?.subject).toBe('【截止时间】2026年第四季度报告的截止时间调整为2027年1月7日（周四）24:00');
    const late = new Date('2027-01-07T16:00:00Z');
    await setDemonstrationClock(late);
    expect(codeOf(await fileReport(report.id, by(reporter, report.version, late)))).toBe('deadline-passed');
    expect((await storedReport(report.id)).status).toBe('draft');
  });

  test('while the period is provisional, it can be filed after its day', async () => {
    const late = new Date('2027-01-07T16:00:00Z');
    await setDemonstrationClock(late);
    granted(await fileReport(report.id, by(reporter, report.version, late)));
  });

  test('a move to another day than was seen, or one that is done already, is stale and moves nothing', async () => {
    await confirm();
    const seen = [{ periodId: report.periodId, dueOn: civilDate('2027-01-06') }];
    expect(codeOf(await moveByCalendar({ moves: seen, reason }, context()))).toBe('stale');
    granted(await press());
    expect(codeOf(await press())).toBe('stale');
    expect(await eventNamesOf(report.id)).toEqual(['report-deadline-moved']);
  });

  test('two presses at once move the deadlines once', async () => {
    await confirm();
    const results = await Promise.all([press(), press(await makeAccount('coordinator'))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => codeOf(result) ?? [])).toEqual(['stale']);
    expect(await eventNamesOf(report.id)).toEqual(['report-deadline-moved']);
  });

  test('a coordinator of another office moves nothing', async () => {
    await confirm();
    const elsewhere = { ...coordinator, offices: [] };
    expect(codeOf(await press(elsewhere))).toBe('forbidden');
    expect(await eventNamesOf(report.id)).toEqual([]);
  });

  test.each(roles.filter((role) => role !== 'coordinator'))('the role %s moves nothing', async (role) => {
    await confirm();
    const isOfAgency = role === 'reporter' || role === 'approver';
    const actor = await makeAccount(role, isOfAgency ? report.agencyId : null);
    expect(codeOf(await press(actor))).toBe('forbidden');
    expect(await eventNamesOf(report.id)).toEqual([]);
  });
});
