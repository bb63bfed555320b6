import { beforeAll, describe, expect, test } from 'vitest';
import { listUnfiledNear } from '@/lib/chasing/data';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { Result } from '@/lib/domain/refusal';
import { fileReport, startReport } from '@/lib/filing/mutations';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { issuePlan } from '@/lib/plans/lifecycle/mutations';
import {
  closePeriod,
  movePeriodDeadline,
  movePeriodOpening,
  reopenPeriod,
  resumePeriod,
  skipPeriod,
} from '@/lib/plans/periods/mutations';
import { changeRule } from '@/lib/plans/rule/mutations';
import { sqlStateOf } from '@/lib/server/database/db';
import { makeAccount } from '../support/accounts';
import { at, deskNow, type MadePlan, makeDraft, pendingOn, periodsOf, planEvents, seen } from '../support/plan-desk';
import { completeEntry } from '../support/report-states';
import { one, sql } from '../support/sql';
import { by, codeOf, granted, storeCalendar } from '../support/writing';

beforeAll(storeCalendar);

async function makeIssued(): Promise<MadePlan> {
  const plan = await makeDraft();
  granted(await issuePlan(await seen(plan.code), at(plan.coordinator)));
  return plan;
}

const quarter = '2020Q1';
const reason = '机构调整';
const act = async <Value>(
  { code, coordinator }: MadePlan,
  give: (
    seen: { plan: string; version: number; quarter: string; reason: string },
    context: ReturnType<typeof at>,
  ) => Promise<Result<Value>>,
) => give({ ...(await seen(code)), quarter, reason }, at(coordinator));
const first = async (code: string) => (await periodsOf(code))[0];
const reportOf = ({ id, agencyIds }: MadePlan) =>
  one<{ id: string; version: number }>(
    `SELECT r.id, r.version FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
     WHERE p."planId" = $1 AND p.quarter = $2 AND r."agencyId" = $3`,
    [id, quarter, agencyIds[0]],
  );

describe('closing a period by hand', () => {
  test('takes nothing more for it, notifies those who have not filed, and is undone as it was', async () => {
    const plan = await makeIssued();
    granted(await act(plan, closePeriod));
    expect((await first(plan.code))?.closedAt).toEqual(deskNow);
    expect(await pendingOn(plan.code)).toMatchObject({ 'report-filing-stopped': 2 });
    const reporter = await makeAccount('reporter', plan.agencyIds[0]);
    const report = await reportOf(plan);
    expect(codeOf(await startReport(report.id, by(reporter, report.version, deskNow)))).toBe('filing-ended');
    expect((await listUnfiledNear(deskNow)).map(({ planCode }) => planCode)).not.toContain(plan.code);
    granted(await act(plan, reopenPeriod));
    expect((await first(plan.code))?.closedAt).toBeNull();
    granted(await startReport(report.id, by(reporter, report.version, deskNow)));
    expect((await listUnfiledNear(deskNow)).map(({ planCode }) => planCode)).toContain(plan.code);
    const events = (await planEvents(plan.code)).slice(-2);
    expect(events).toMatchObject([
      { name: 'period-closed', detail: { quarter, reason } },
      { name: 'period-reopened', detail: { quarter, reason } },
    ]);
  });

  test('is the last word of the database, whatever a process believed', async () => {
    const plan = await makeIssued();
    granted(await act(plan, closePeriod));
    const report = await reportOf(plan);
    const failure = await sql(
      `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
       VALUES (gen_random_uuid(), $1, 1, '{}', 'x', $2, $3, 'on_time')`,
      [report.id, `x-${report.id.slice(0, 8)}`, plan.coordinator.accountId],
    ).then(
      () => null,
      (error: unknown) => error,
    );
    expect(sqlStateOf(failure)).toBe('TP005');
  });

  test('and filing at once end either filed or refused, never filed into a closed period', async () => {
    const plan = await makeIssued();
    const reporter = await makeAccount('reporter', plan.agencyIds[0]);
    const report = await reportOf(plan);
    granted(await startReport(report.id, by(reporter, report.version, deskNow)));
    await sql('UPDATE "Entry" SET content = $2 WHERE "reportId" = $1', [report.id, completeEntry]);
    const { version, contentVersion } = await one<{ version: number; contentVersion: number }>(
      'SELECT version, "contentVersion" FROM "Report" WHERE id = $1',
      [report.id],
    );
    const filing = fileReport(report.id, by(reporter, version, deskNow, contentVersion)).catch(
      (error: unknown) => error,
    );
    const [filed, closed] = await Promise.all([filing, act(plan, closePeriod)]);
    granted(closed);
    const { versions } = await one<{ versions: number }>(
      'SELECT "filedVersions" AS versions FROM "Report" WHERE id = $1',
      [report.id],
    );
    const isFiled = (filed as { ok?: boolean }).ok === true;
    expect(versions).toBe(isFiled ? 1 : 0);
  });
});

describe('skipping a period', () => {
  test('owes nothing for it, notifies every agency once, and is taken up again', async () => {
    const plan = await makeIssued();
    const officer = await makeAccount('reporter', plan.agencyIds[0]);
    granted(await act(plan, skipPeriod));
    expect((await first(plan.code))?.skippedFor).toBe(reason);
    expect((await listUnfiledNear(deskNow)).map(({ planCode }) => planCode)).not.toContain(plan.code);
    const report = await reportOf(plan);
    expect(codeOf(await startReport(report.id, by(officer, report.version, deskNow)))).toBe('filing-ended');
    await notifyOfEvents();
    const subjects = await sql<{ subject: string }>(
      `SELECT subject FROM "Notification" WHERE "accountId" = $1 ORDER BY number`,
      [officer.accountId],
    );
    expect(subjects.map(({ subject }) => subject)).toEqual([
      '【工作计划】2020年试验计划已下达',
      '【免报】2020年第一季度报告免于报送',
    ]);
    granted(await act(plan, resumePeriod));
    expect((await first(plan.code))?.skippedFor).toBe('');
    granted(await startReport(report.id, by(officer, report.version, deskNow)));
  });
});

describe('moving a deadline', () => {
  const move = (plan: MadePlan, dueOn: string) =>
    act(plan, (given, context) => movePeriodDeadline({ ...given, dueOn: civilDate(dueOn) }, context));

  test('freezes another last day with the rule’s cutoff, and records it once for the period', async () => {
    const plan = await makeIssued();
    granted(await move(plan, '2020-04-10'));
    expect(await first(plan.code)).toMatchObject({
      dueOn: '2020-04-10',
      closesAt: new Date('2020-04-10T16:00:00Z'),
      provisional: false,
    });
    expect((await planEvents(plan.code)).at(-1)).toMatchObject({
      name: 'deadline-moved',
      detail: {
        quarter,
        reason,
        cause: 'coordinator',
        before: { dueOn: '2020-04-03' },
        after: { dueOn: '2020-04-10' },
      },
    });
    expect(await pendingOn(plan.code)).toMatchObject({ 'report-deadline-moved': 2 });
  });

  test('is refused to a day off and to a day that is over', async () => {
    const plan = await makeIssued();
    expect(codeOf(await move(plan, '2020-04-06'))).toBe('due-date-not-a-working-day');
    expect(codeOf(await move(plan, '2020-03-09'))).toBe('due-date-not-ahead');
    expect((await first(plan.code))?.dueOn).toBe('2020-04-03');
  });
});

test('the first day of a period is moved, and its agencies are notified of the new day', async () => {
  const plan = await makeIssued();
  granted(
    await act(plan, (given, context) => movePeriodOpening({ ...given, opensOn: civilDate('2020-03-16') }, context)),
  );
  expect((await first(plan.code))?.opensAt).toEqual(new Date('2020-03-15T16:00:00Z'));
  expect(await pendingOn(plan.code)).toMatchObject({ 'report-opening-moved': 2 });
});

test('another rule moves the periods that are not due, for a reason, in one act', async () => {
  const plan = await makeIssued();
  const rule = { nthWorkingDay: 5, inclusive: true, cutoff: '17:00' };
  const change = async (why: string) =>
    changeRule({ ...(await seen(plan.code)), rule, reason: why }, at(plan.coordinator));
  expect(codeOf(await change(''))).toBe('reason-required');
  expect(granted(await change(reason))).toBe(4);
  // 1, 2, 3, 7 and 8 April.
  expect(await first(plan.code)).toMatchObject({ dueOn: '2020-04-08', closesAt: new Date('2020-04-08T09:00:00Z') });
  const events = (await planEvents(plan.code)).map(({ name }) => name);
  expect(events.filter((name) => name === 'deadline-moved')).toHaveLength(4);
  expect(events.at(-1)).toBe('plan-rule-changed');
});

test('no act on a period is granted to another office, to another role, or on a version that is over', async () => {
  const plan = await makeIssued();
  const given = { ...(await seen(plan.code)), quarter, reason };
  for (const give of [closePeriod, skipPeriod, reopenPeriod, resumePeriod]) {
    expect(codeOf(await give(given, at({ ...plan.coordinator, offices: [] })))).toBe('not-found');
    expect(codeOf(await give(given, at(await makeAccount('leader'))))).toBe('forbidden');
    expect(codeOf(await give(given, at(await makeAccount('reporter', plan.agencyIds[0]))))).toBe('not-found');
    expect(codeOf(await give({ ...given, version: given.version - 1 }, at(plan.coordinator)))).toBe('stale');
  }
  expect(codeOf(await closePeriod({ ...given, quarter: '2031Q1' }, at(plan.coordinator)))).toBe('not-found');
});
