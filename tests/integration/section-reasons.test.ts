import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { ReturnReason } from '@/lib/domain/report/report';
import { getFiledVersion, getReport } from '@/lib/filing/data';
import { fileReport, withdrawReport } from '@/lib/filing/mutations';
import { listReturns } from '@/lib/reports/returns/data';
import { returnReport } from '@/lib/review/mutations';
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

    expect(await listReturns(report.id)).toMatchObject([{ version: 1, by: reviewer.displayName, comments: expected }]);
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

describe('the opinions of a return', () => {
  test('stay beside the text until it is filed again, come back when that is withdrawn, and stay with their version', async () => {
    const reporter = await makeAccount('reporter', report.agencyId);
    const opinion = { taskId: report.taskIds[0] ?? '', section: 'results', text: '请补充数量' } as const;
    granted(await returnWith([opinion]));
    const seen = async () => {
      const read = await getReport(scopeOf(reporter), report.id);
      return [read?.returnedBy?.version ?? null, read?.earlierReturns.map(({ version }) => version)];
    };
    expect(await seen()).toEqual([1, []]);
    granted(await fileReport(report.id, by(reporter, 8)));
    expect(await seen()).toEqual([null, [1]]);
    granted(await withdrawReport(report.id, by(reporter, 9)));
    expect(await seen()).toEqual([1, []]);
    const commentsOn = async (number: number) =>
      (await getFiledVersion(scopeOf(reporter), report.id, number))?.comments;
    expect(await commentsOn(1)).toEqual([opinion]);
    expect(await commentsOn(2)).toEqual([]);
  });
});
