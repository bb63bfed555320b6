import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { listAllUnfiled } from '@/lib/chasing/data';
import { chaseReports } from '@/lib/chasing/mutations';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { fileReport } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { makeChased, submissionOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { largePlanAt, makeLargePlan } from '../support/large-plan';
import { now } from '../support/report-states';
import { one, sql } from '../support/sql';
import { by, codeOf, eventNamesOf, granted, storeCalendar } from '../support/writing';

let coordinator: Actor;

beforeAll(async () => {
  await storeCalendar();
  coordinator = await makeAccount('coordinator');
});

/** Counts the events of one submission and the transactions in which they were written. */
const recordedOf = (submissionId: string) =>
  one<{ events: number; reports: number; transactions: number }>(
    `SELECT count(*)::int AS events, count(DISTINCT "reportId")::int AS reports,
       count(DISTINCT xmin::text)::int AS transactions
     FROM "Event" WHERE name = 'report-chased' AND detail ->> 'press' = $1`,
    [submissionId],
  );

test('all reports of a large city are chased in a few transactions, and repeating the request chases nobody twice', async () => {
  await setDemonstrationClock(largePlanAt);
  const plan = await makeLargePlan({ agencies: 1_100, tasksEach: 1 });
  await sql(
    `UPDATE "Report" r SET status = 'draft' FROM "ReportingPeriod" p, "Plan" l
     WHERE p.id = r."periodId" AND l.id = p."planId" AND l.code = $1 AND p.quarter = '2020Q4'`,
    [plan],
  );
  const all = (await listAllUnfiled(scopeOf(coordinator), { plan, periodCode: '2020Q4' })).map(({ id }) => id);
  const [submissionId, context] = [randomUUID(), by(coordinator, 0, largePlanAt)];
  // This stands for an earlier attempt that was interrupted.
  expect(granted(await chaseReports(submissionOf(all.slice(0, 300), submissionId), context))).toEqual({
    chased: 300,
    skipped: 0,
  });
  expect(granted(await chaseReports(submissionOf(all, submissionId), context))).toEqual({ chased: 1_100, skipped: 0 });
  expect(granted(await chaseReports(submissionOf(all, submissionId), context))).toEqual({ chased: 1_100, skipped: 0 });
  expect(await recordedOf(submissionId)).toEqual({ events: 1_100, reports: 1_100, transactions: 4 });
});

test('chasing waits for a filing that is under way, and does not chase that report', async () => {
  await setDemonstrationClock(now);
  const [filing, open] = await Promise.all([makeChased(), makeChased()]);
  const connection = new pg.Client(process.env.DATABASE_URL);
  await connection.connect();
  await connection.query('BEGIN');
  await connection.query(`UPDATE "Report" SET status = 'filed' WHERE id = $1`, [filing.id]);
  const chasing = chaseReports(submissionOf([filing.id, open.id]), by(coordinator, 0));
  await setTimeout(300);
  await connection.query('COMMIT');
  await connection.end();
  expect(granted(await chasing)).toEqual({ chased: 1, skipped: 0 });
  expect(await eventNamesOf(filing.id)).toEqual([]);
  expect(await eventNamesOf(open.id)).toEqual(['report-chased']);
});

test('chasing a report does not make the version that an officer works on outdated', async () => {
  await setDemonstrationClock(now);
  const report = await makeChased();
  granted(await chaseReports(submissionOf([report.id]), by(coordinator, 0)));
  granted(await fileReport(report.id, by(report.reporter, 7)));
});

test('a report that does not exist is skipped, and a request with only such reports is not found', async () => {
  await setDemonstrationClock(now);
  const report = await makeChased();
  expect(granted(await chaseReports(submissionOf([randomUUID(), report.id]), by(coordinator, 0)))).toEqual({
    chased: 1,
    skipped: 0,
  });
  expect(codeOf(await chaseReports(submissionOf([randomUUID()]), by(coordinator, 0)))).toBe('not-found');
});
