import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { addDays, civilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import { deadlineInForce } from '@/lib/domain/deadline/closing';
import { timelinessOf } from '@/lib/domain/deadline/timeliness';
import { fileReport } from '@/lib/filing/mutations';
import { portalNow } from '@/lib/server/clock';
import { makeAccount } from '../support/accounts';
import { keepClock, letClockRun, setDemonstrationClock, standStill } from '../support/clock';
import { closesAt, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, type Sql, sql, sqlState, undone } from '../support/sql';
import { by, expectRefused, granted, storedReport } from '../support/writing';

const closed = 'TP001';
const factIsFixed = 'TP002';

let clock: string;
let somebody: Actor;

beforeAll(async () => {
  clock = await keepClock();
  await setDemonstrationClock(now);
  somebody = await makeAccount('leader');
});

/** Inserts a version by raw SQL without the code of lib, returns SQLSTATE and stored instant, and undoes the insert. */
async function insertVersion(report: MadeReport, filedAt = 'DEFAULT', outside?: Sql) {
  const attempt = async (inside: Sql) => {
    await inside('SAVEPOINT here');
    let stored: Date | undefined;
    const insert = inside<{ filedAt: Date }>(
      `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness, "filedAt")
       VALUES ($1, $2, 1, '{}', repeat('0', 64), $3, $4, 'on_time', ${filedAt}) RETURNING "filedAt"`,
      [randomUUID(), report.id, `T-${randomUUID()}`, somebody.accountId],
    ).then(([version]) => {
      stored = version?.filedAt;
    });
    const state = await sqlState(insert);
    await inside('ROLLBACK TO here');
    return { state, filedAt: stored?.toISOString() };
  };
  return outside ? attempt(outside) : undone(attempt);
}

describe('the clock of the database', () => {
  const seconds = (text: string) => one<{ ahead: number }>(`SELECT ${text}::float AS ahead`);
  const ahead = 'round(extract(epoch FROM portal_now() - clock_timestamp()))';

  test('in a demonstration the database clock is ahead by the offset, and the portal reads the same time to the minute', async () => {
    const { clockOffset } = await one<{ clockOffset: number }>('SELECT "clockOffset" FROM "Portal"');
    expect(await seconds(ahead)).toEqual({ ahead: clockOffset });
    const { now: database } = await one<{ now: Date }>('SELECT portal_now() AS now');
    const difference = (await portalNow()).getTime() - database.getTime();
    expect(Math.abs(Math.round(difference / 60_000))).toBe(0);
  });

  test('in a production portal the database has the real clock, and that cannot be changed', async () => {
    await undone(async (inside) => {
      await inside('ALTER TABLE "Portal" DISABLE TRIGGER ALL');
      await inside('DELETE FROM "Portal"');
      await inside('ALTER TABLE "Portal" ENABLE TRIGGER ALL');
      await inside(`INSERT INTO "Portal" (id, "setUpAs") VALUES (1, 'production')`);
      expect(await inside(`SELECT ${ahead}::int AS ahead`)).toEqual([{ ahead: 0 }]);
      await inside('SAVEPOINT here');
      expect(await sqlState(inside('UPDATE "Portal" SET "clockOffset" = 1'))).toBe('23514');
      await inside('ROLLBACK TO here');
      expect(await sqlState(inside(`UPDATE "Portal" SET "setUpAs" = 'demonstration'`))).toBe(factIsFixed);
      await inside('ROLLBACK TO here');
      expect(await sqlState(inside('DELETE FROM "Portal"'))).toBe(factIsFixed);
      await inside('ROLLBACK TO here');
      expect(await sqlState(inside(`INSERT INTO "Portal" (id, "setUpAs") VALUES (2, 'demonstration')`))).toBe('23514');
    });
  });
});

describe('a version is filed before the closing instant in force, by the clock of the database', () => {
  let report: MadeReport;
  beforeAll(async () => {
    report = await makeReport();
  });
  afterAll(() => letClockRun(clock));

  test('the database stores a version one millisecond before the closing instant, with its own time', async () => {
    await standStill('2020-04-03 15:59:59.999Z');
    expect(await insertVersion(report)).toEqual({ state: null, filedAt: '2020-04-03T15:59:59.999Z' });
  });

  test.each(['2020-04-03 16:00:00Z', '2020-04-03 16:00:00.001Z', '2020-04-03 16:00:01Z', '2031-01-01 00:00:00Z'])(
    'the database refuses a version at %s, after the closing instant, with its own SQLSTATE',
    async (instant) => {
      await standStill(instant);
      expect((await insertVersion(report)).state).toBe(closed);
    },
  );

  test('the database refuses a version in the last half millisecond, which would be rounded to the closing instant', async () => {
    await standStill('2020-04-03 15:59:59.9996Z');
    expect((await insertVersion(report)).state).toBe(closed);
  });

  test('a filing time given in the statement is replaced by the time of the database', async () => {
    await standStill('2020-04-03 16:00:00Z');
    expect((await insertVersion(report, `'2020-04-01Z'`)).state).toBe(closed);
    await standStill('2020-04-02 01:00:00Z');
    expect(await insertVersion(report, `'2020-03-01Z'`)).toEqual({ state: null, filedAt: '2020-04-02T01:00:00.000Z' });
  });

  test('the database refuses a version after the deadline by a demonstration clock too', async () => {
    await letClockRun(clock);
    await setDemonstrationClock(new Date(closesAt.getTime() + 1_000));
    expect((await insertVersion(report)).state).toBe(closed);
    await setDemonstrationClock(now);
    expect((await insertVersion(report)).state).toBeNull();
  });
});

test('the stored timeliness always agrees with the filing time on the receipt', async () => {
  const report = await makeReport();
  const author = await makeAccount('reporter', report.agencyId);
  await sql(
    `UPDATE "Report" SET "extendedDueOn" = '2020-04-08', "extendedClosesAt" = '2020-04-08T16:00:00Z' WHERE id = $1`,
    [report.id],
  );
  await sql(
    `INSERT INTO "Extension" (id, "reportId", reason, "proposedOn", "requestedAt", "requestedById", outcome, "grantedDueOn", "decidedAt")
     VALUES ($1, $2, '数据未到', '2020-04-08', $3, $4, 'granted', '2020-04-08', $3)`,
    [randomUUID(), report.id, now, author.accountId],
  );
  const justBefore = new Date(closesAt.getTime() - 1);
  await standStill('2020-04-03 16:00:00.001Z');
  await expectRefused(report.id, 'stale', () => fileReport(report.id, by(author, 7, justBefore)));
  granted(await fileReport(report.id, by(author, 7, closesAt)));
  expect((await storedReport(report.id)).timeliness).toBe('extended');
  await letClockRun(clock);
});

describe('the trigger and the domain code agree', () => {
  const day = fc.integer({ min: -6, max: 6 }).map((days) => {
    const dueOn = addDays(civilDate('2020-04-03'), days);
    return { dueOn, closesAt: startOfDay(addDays(dueOn, 1)) };
  });
  const facts = fc.record({
    period: fc.tuple(day, fc.boolean()).map(([deadline, provisional]) => ({ ...deadline, provisional })),
    extension: fc.option(day, { nil: null }),
    returned: fc.option(day, { nil: null }),
  });
  type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;
  /** Most of these instants are within a minute of a midnight, where a closing instant may be; the others are noons. */
  const instants = fc
    .tuple(fc.integer({ min: -8, max: 8 }), fc.constantFrom(-60_000, -1, 0, 1, 43_200_000))
    .map(([days, milliseconds]) => new Date(closesAt.getTime() + days * 86_400_000 + milliseconds));

  async function storeFacts(report: MadeReport, { period, extension, returned }: Facts, inside: Sql) {
    await inside('UPDATE "ReportingPeriod" SET "closesAt" = $2, provisional = $3 WHERE id = $1', [
      report.periodId,
      period.closesAt,
      period.provisional,
    ]);
    await inside('UPDATE "Report" SET "extendedClosesAt" = $2, "returnClosesAt" = $3 WHERE id = $1', [
      report.id,
      extension?.closesAt,
      returned?.closesAt,
    ]);
  }

  test('trigger and domain code agree on the closing instant in force, on the right to file, and on lateness', async () => {
    const report = await makeReport();
    const agrees = (inside: Sql) =>
      fc.asyncProperty(facts, instants, async (given, at) => {
        await storeFacts(report, given, inside);
        await standStill(at.toISOString(), inside);
        const law = deadlineInForce(given).closesAt;
        expect(await inside('SELECT closing_instant_in_force($1) AS instant', [report.id])).toEqual([{ instant: law }]);

        const isOpen = law === null || at < law;
        expect((await insertVersion(report, 'DEFAULT', inside)).state).toBe(isOpen ? null : closed);
        const isLate = timelinessOf(at, given.period, null) === 'late';
        if (!given.extension && !given.returned) expect(isLate).toBe(!isOpen);
      });
    await undone((inside) => fc.assert(agrees(inside), { numRuns: 150 }));
  });
});
