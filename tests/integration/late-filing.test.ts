import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { fileReport, requestSignOff, withdrawReport } from '@/lib/filing/mutations';
import { getAfterClosing, listLateFiling, type Period } from '@/lib/late-filing/data';
import { setLateFiling } from '@/lib/late-filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { closesAt, now } from '../support/report-states';
import { type MadeReport, makeReport, type WantedReport } from '../support/reports';
import { one, sql, sqlState } from '../support/sql';
import { by, codeOf, eventNamesOf, expectRefused, granted, storedReport } from '../support/writing';

/** One hour after the closing instant. */
const late = new Date(closesAt.getTime() + 3_600_000);

let report: MadeReport;
let reporter: Actor;
let coordinator: Actor;

const set = (isOpen: boolean, reports: readonly string[] | Period = [report.id], actor = coordinator) =>
  setLateFiling({ reports, isOpen }, { actor, now: late, address: '10.0.0.7' });

async function make(wanted: WantedReport = {}) {
  await setDemonstrationClock(now);
  report = await makeReport(wanted);
  reporter = await makeAccount('reporter', report.agencyId);
  await setDemonstrationClock(late);
}

const openByPlan = () =>
  sql(`UPDATE "Plan" SET "afterClosing" = 'late_filing_open' WHERE code = $1`, [report.planCode]);

const isOpen = async () =>
  (await one<{ lateFilingOpen: boolean }>('SELECT "lateFilingOpen" FROM "Report" WHERE id = $1', [report.id]))
    .lateFilingOpen;

beforeAll(async () => {
  coordinator = await makeAccount('coordinator');
});

beforeEach(() => make());

describe('filing after the closing instant', () => {
  test('a stored report and a stored plan are closed unless somebody opened them', async () => {
    expect(await isOpen()).toBe(false);
    expect(await getAfterClosing(report.planCode)).toBe('closed');
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 7, late)));
  });

  test('once late filing is open a report is filed and counts as late, and the deadline stays', async () => {
    granted(await set(true));
    granted(await fileReport(report.id, by(reporter, 7, late)));
    expect(await storedReport(report.id)).toMatchObject({
      status: 'filed',
      timeliness: 'late',
      extendedClosesAt: null,
    });
    expect(await eventNamesOf(report.id)).toEqual(['late-filing-opened', 'report-filed']);
  });

  test('an officer whose page was open before files without loading it again', async () => {
    granted(await set(true));
    expect((await storedReport(report.id)).version).toBe(7);
  });

  test('once late filing is closed again, filing is refused', async () => {
    granted(await set(true));
    granted(await set(false));
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 7, late)));
    expect(await eventNamesOf(report.id)).toEqual(['late-filing-opened', 'late-filing-closed']);
  });

  test('a plan that leaves late filing open lets every report be filed late', async () => {
    await openByPlan();
    granted(await fileReport(report.id, by(reporter, 7, late)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('the database refuses a version after the closing instant unless late filing is open', async () => {
    const insert = () =>
      sqlState(
        sql(
          `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
           VALUES (gen_random_uuid(), $1, 1, '{}', repeat('0', 64), $2, $3, 'late')`,
          [report.id, `T-${report.id.slice(0, 18)}`, reporter.accountId],
        ),
      );
    expect(await insert()).toBe('TP001');
    granted(await set(true));
    expect(await insert()).toBeNull();
  });

  test('an agency with sign-off requests it late, and its approver files late', async () => {
    await make({ signOffRequired: true });
    const approver = await makeAccount('approver', report.agencyId);
    granted(await set(true));
    granted(await requestSignOff(report.id, by(reporter, 7, late)));
    granted(await fileReport(report.id, by(approver, 8, late)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('a returned report whose own last day is over is filed again, and stays on time as it was', async () => {
    await make({ status: 'returned' });
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 7, late)));
    granted(await set(true));
    granted(await fileReport(report.id, by(reporter, 7, late)));
    expect(await storedReport(report.id)).toMatchObject({ filedVersions: 2, timeliness: 'on_time' });
  });

  test('a report that was filed late can be withdrawn and filed again, one that was filed in time cannot', async () => {
    granted(await set(true));
    granted(await fileReport(report.id, by(reporter, 7, late)));
    granted(await withdrawReport(report.id, by(reporter, 8, late)));
    granted(await fileReport(report.id, by(reporter, 9, late)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
    await make({ status: 'filed' });
    await openByPlan();
    await expectRefused(report.id, 'deadline-passed', () => withdrawReport(report.id, by(reporter, 7, late)));
  });
});

describe('opening and closing late filing', () => {
  test('it is opened for some or all reports of a period at once, and reports that were filed are left out', async () => {
    const second = await addToPeriod('draft');
    const filed = await addToPeriod('filed');
    expect(granted(await set(true, [second, filed]))).toBe(1);
    expect(granted(await set(true, { plan: report.planCode, periodCode: '2020Q1' }))).toBe(2);
    expect(await eventNamesOf(second)).toEqual(['late-filing-opened']);
    expect(await eventNamesOf(report.id)).toEqual(['late-filing-opened']);
    expect(await eventNamesOf(filed)).toEqual([]);
    const scope = scopeOf(coordinator) as ReportScope & { kind: 'all' };
    const filter = { plan: report.planCode, periodCode: '2020Q1', now: late };
    const { rows, total, open } = await listLateFiling(scope, filter, { number: 1, size: 50 });
    expect({ total, open, rows: rows.map(({ isOverdue, lateFilingOpen }) => [isOverdue, lateFilingOpen]) }).toEqual({
      total: 2,
      open: 2,
      rows: [
        [true, true],
        [true, true],
      ],
    });
  });

  test('sent twice it comes to the same, with one event', async () => {
    expect(granted(await set(true))).toBe(1);
    expect(granted(await set(true))).toBe(1);
    expect(await eventNamesOf(report.id)).toEqual(['late-filing-opened']);
  });

  test('only the coordinator opens and closes it', async () => {
    for (const role of ['reviewer', 'leader', 'reporter', 'auditor'] as const) {
      const agencyId = role === 'reporter' ? report.agencyId : null;
      const code = role === 'auditor' ? 'not-found' : 'forbidden';
      const actor = await makeAccount(role, agencyId);
      await expectRefused(report.id, code, () => set(true, [report.id], actor));
    }
  });

  test('it is not opened for one report where the plan leaves it open for all, nor before the period begins', async () => {
    await openByPlan();
    await expectRefused(report.id, 'late-filing-by-plan', () => set(true));
    await make({ opensAt: new Date(late.getTime() + 60_000) });
    await expectRefused(report.id, 'period-not-open', () => set(true));
  });

  test('when it is opened and closed at once, the stored rule is that of the last event', async () => {
    for (let round = 0; round < 15; round += 1) {
      await make({ tasks: 1 });
      const results = await Promise.all([set(true), set(false)]);
      expect(results.map(codeOf)).toEqual([null, null]);
      const names = await eventNamesOf(report.id);
      expect(await isOpen()).toBe(names.at(-1) === 'late-filing-opened');
    }
  });

  test('when it is closed while a report is filed, the report is filed or nothing of the filing is stored', async () => {
    for (let round = 0; round < 15; round += 1) {
      await make({ tasks: 1, lateFilingOpen: true });
      await Promise.allSettled([fileReport(report.id, by(reporter, 7, late)), set(false)]);
      const { status, filedVersions } = await storedReport(report.id);
      const hasFiled = status === 'filed';
      expect(filedVersions).toBe(hasFiled ? 1 : 0);
      expect((await eventNamesOf(report.id)).includes('report-filed')).toBe(hasFiled);
      expect(await isOpen()).toBe(hasFiled && !(await eventNamesOf(report.id)).includes('late-filing-closed'));
    }
  });
});

async function addToPeriod(status: 'draft' | 'filed'): Promise<string> {
  await setDemonstrationClock(now);
  const { id } = await makeReport({ status, tasks: 1 });
  await sql('UPDATE "Report" SET "periodId" = $2 WHERE id = $1', [id, report.periodId]);
  await setDemonstrationClock(late);
  return id;
}
