import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { grantExtension } from '@/lib/extensions/mutations';
import { getReport } from '@/lib/filing/data';
import { fileReport, withdrawReport } from '@/lib/filing/mutations';
import { listReports } from '@/lib/review/data';
import { returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { deskAt } from '../support/desk';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, granted, storeCalendar, storedReport } from '../support/writing';

const afterClosing = new Date('2020-04-07T02:00:00Z');

let report: MadeReport;
let reporter: Actor;
let reviewer: Actor;

beforeAll(storeCalendar);

beforeEach(async () => {
  await setDemonstrationClock(now);
  report = await makeReport({ status: 'filed' });
  reporter = await makeAccount('reporter', report.agencyId);
  reviewer = await makeAccount('reviewer');
});

const withdraw = (version: number) => withdrawReport(report.id, by(reporter, version));
const comments = () => [{ taskId: report.taskIds[0] ?? '', section: null, text: '请补充' }];
const returnIt = (version: number) =>
  returnReport(report.id, { reasons: comments(), returnDueOn: civilDate('2020-04-08') }, by(reviewer, version));

const timelinessOfVersions = async () =>
  (await sql('SELECT timeliness FROM "FiledVersion" WHERE "reportId" = $1 ORDER BY number', [report.id])).map(
    (row) => row.timeliness,
  );

describe('the timeliness of a withdrawn report', () => {
  test('a report whose only version was withdrawn has no timeliness, and the version keeps its own', async () => {
    granted(await withdraw(7));
    expect(await storedReport(report.id)).toMatchObject({ status: 'draft', timeliness: null, filedVersions: 1 });
    expect(await timelinessOfVersions()).toEqual(['on_time']);
  });

  test('a report that was withdrawn in time and filed again after the deadline is late', async () => {
    granted(await withdraw(7));
    const coordinator = await makeAccount('coordinator');
    const grant = { reason: '补报', grantedOn: civilDate('2020-04-08') };
    await setDemonstrationClock(afterClosing);
    granted(await grantExtension(report.id, grant, by(coordinator, 8, afterClosing)));
    granted(await fileReport(report.id, by(reporter, 9, afterClosing)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
    expect(await timelinessOfVersions()).toEqual(['on_time', 'late']);
  });

  test('a report that was returned keeps the timeliness of the returned version when the next one is withdrawn', async () => {
    granted(await returnIt(7));
    granted(await fileReport(report.id, by(reporter, 8)));
    granted(await withdraw(9));
    expect(await storedReport(report.id)).toMatchObject({ status: 'draft', timeliness: 'on_time', filedVersions: 2 });
  });
});

describe('a withdrawn report says that it counts as not filed', () => {
  const seen = async () => {
    const desk = await deskAt(reporter);
    const filter = { planCode: report.planCode, periodCode: null, status: null, search: '', now };
    const { rows } = await listReports(scopeOf(reviewer) as ReportScope, filter, { number: 1, size: 9 });
    const row = rows.find(({ id }) => id === report.id);
    return {
      desk: desk.plans[0]?.periods[0]?.withdrawn,
      editor: (await getReport(scopeOf(reporter), report.id))?.withdrawn,
      list: row && [row.status, row.filedVersions, row.returnedVersion],
    };
  };

  test('from the withdrawal until it is filed again', async () => {
    expect(await seen()).toEqual({ desk: null, editor: null, list: ['filed', 1, null] });
    granted(await withdraw(7));
    expect(await seen()).toEqual({ desk: 1, editor: 1, list: ['draft', 1, null] });
    granted(await fileReport(report.id, by(reporter, 8)));
    expect(await seen()).toEqual({ desk: null, editor: null, list: ['filed', 2, null] });
  });

  test('a returned report is not withdrawn, the version filed after it can be', async () => {
    granted(await returnIt(7));
    expect(await seen()).toEqual({ desk: null, editor: null, list: ['returned', 1, 1] });
    granted(await fileReport(report.id, by(reporter, 8)));
    granted(await withdraw(9));
    expect(await seen()).toEqual({ desk: 2, editor: 2, list: ['draft', 2, 1] });
  });
});
