import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { ReturnReason } from '@/lib/domain/report/report';
import { getReport } from '@/lib/filing/data';
import { returnReport } from '@/lib/review/mutations';
import { getStoredReport, listReturns } from '@/lib/review/report/data';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { by, eventsOf, expectRefused, granted, storeCalendar } from '../support/writing';

let report: MadeReport;
let reviewer: Actor;

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
  reviewer = await makeAccount('reviewer');
});

beforeEach(async () => {
  report = await makeReport({ status: 'filed' });
});

const returnWith = (reasons: ReturnReason[]) =>
  returnReport(report.id, { reasons, returnDueOn: civilDate('2020-04-08') }, by(reviewer, 7));

describe('the reasons of a return by section', () => {
  test('the reasons of a return are listed by section, with the reason for the whole task first', async () => {
    const taskId = report.taskIds[0] ?? '';
    const reasons: ReturnReason[] = [
      { taskId, section: 'results', text: '请补充数量' },
      { taskId, section: null, text: '请对照年度目标' },
      { taskId, section: 'progress', text: '请写明时间' },
    ];
    granted(await returnWith(reasons));
    const reporter = await makeAccount('reporter', report.agencyId);
    const [results, whole, progress] = reasons;
    const expected = [whole, progress, results];
    expect((await getReport(scopeOf(reporter), report.id))?.returnedBy?.comments).toEqual(expected);

    const scope = scopeOf(reviewer);
    const stored = scope && (await getStoredReport(scope, report.id));
    expect(stored && (await listReturns(stored))).toMatchObject([{ comments: expected }]);
    expect((await eventsOf(report.id)).at(-1)?.detail).toMatchObject({ reasons });
  });

  test('a return may have a reason for one section only', async () => {
    granted(await returnWith([{ taskId: report.taskIds[1] ?? '', section: 'nextSteps', text: '请具体' }]));
  });

  test('a return whose only reason is blank is refused', async () => {
    const blank = { taskId: report.taskIds[0] ?? '', section: 'results' as const, text: ' ' };
    await expectRefused(report.id, 'reason-required', () => returnWith([blank]));
  });
});
