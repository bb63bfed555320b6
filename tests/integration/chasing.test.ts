import { beforeAll, describe, expect, test } from 'vitest';
import { listAllUnfiled, listUnfiled } from '@/lib/chasing/data';
import { chaseReports } from '@/lib/chasing/mutations';
import { type Actor, type DivisionScope, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { grantExtension } from '@/lib/extensions/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { listMessages } from '@/lib/notifications/data';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { makeAccount } from '../support/accounts';
import { makeChased, subjectsOf, submissionOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, codeOf, eventNamesOf, granted, storeCalendar } from '../support/writing';

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
});

const lastBodyOf = async (reader: Actor) => (await listMessages(reader, { number: 1, size: 1 })).messages[0]?.body;

describe('one request of 催办', () => {
  test('催办 notifies the officers of the chosen reports in the typed words, and nobody else', async () => {
    const [first, second, third] = await Promise.all([makeChased(), makeChased(), makeChased()]);
    const coordinator = await makeAccount('coordinator');
    expect(granted(await chaseReports(submissionOf([first.id, second.id]), by(coordinator, 0)))).toEqual({
      chased: 2,
      skipped: 0,
    });
    await notifyOfEvents();
    for (const { reporter, approver } of [first, second]) {
      expect(await subjectsOf(reporter.accountId)).toEqual(['【催办】请报送']);
      expect(await subjectsOf(approver.accountId)).toEqual(['【催办】请报送']);
    }
    expect(await subjectsOf(third.reporter.accountId)).toEqual([]);
    expect(await eventNamesOf(first.id)).toEqual(['report-chased']);
    const { messages } = await listMessages(first.reporter, { number: 1, size: 20 });
    expect(messages).toMatchObject([{ kind: 'chased', body: '处长要看，请今天报送。', readAt: null }]);
  });

  test('a 催办 text names the last day of each report, including an extended one', async () => {
    const [usual, extended] = await Promise.all([makeChased(), makeChased()]);
    const coordinator = await makeAccount('coordinator');
    const given = { reason: '系统故障', grantedOn: civilDate('2020-04-08') };
    granted(await grantExtension(extended.id, given, by(coordinator, 7)));
    const submission = { ...submissionOf([usual.id, extended.id]), text: '截止日期为〔截止日期〕，请今天报送。' };
    granted(await chaseReports(submission, by(coordinator, 0)));
    await notifyOfEvents();
    expect(await lastBodyOf(usual.reporter)).toBe('截止日期为2020年4月3日（周五），请今天报送。');
    expect(await lastBodyOf(extended.reporter)).toBe('截止日期为2020年4月8日（周三），请今天报送。');
  });

  test('a 催办 text names the last day at each of its placeholders', async () => {
    const { id, reporter } = await makeChased();
    const submission = { ...submissionOf([id]), text: '〔截止日期〕截止，请在〔截止日期〕之前报送。' };
    granted(await chaseReports(submission, by(await makeAccount('coordinator'), 0)));
    await notifyOfEvents();
    expect(await lastBodyOf(reporter)).toBe('2020年4月3日（周五）截止，请在2020年4月3日（周五）之前报送。');
  });

  test('notifications of the same moment are listed in the order in which they were sent', async () => {
    const { id, reporter } = await makeChased();
    const coordinator = await makeAccount('coordinator');
    const subjects = Array.from({ length: 8 }, (_, index) => `【催办】第${index + 1}次`);
    const seen = new Date('2020-04-02T12:00:00Z');
    for (const subject of subjects)
      granted(await chaseReports({ ...submissionOf([id]), seen, subject }, by(coordinator, 0)));
    await notifyOfEvents();
    const { messages } = await listMessages(reporter, { number: 1, size: 20 });
    expect(messages.map(({ subject }) => subject)).toEqual(subjects.toReversed());
  });

  test('a 催办 request sent three times at once and delivered by three processes notifies everybody once', async () => {
    const reports = await Promise.all([makeChased(), makeChased()]);
    const submission = submissionOf(reports.map(({ id }) => id));
    const reviewer = await makeAccount('reviewer');
    const answers = await Promise.all([1, 2, 3].map(() => chaseReports(submission, by(reviewer, 0))));
    expect(answers.map(granted)).toEqual([2, 2, 2].map((chased) => ({ chased, skipped: 0 })));
    await Promise.all([notifyOfEvents(), notifyOfEvents(), notifyOfEvents()]);
    for (const { id, reporter } of reports) {
      expect(await eventNamesOf(id)).toEqual(['report-chased']);
      expect(await subjectsOf(reporter.accountId)).toHaveLength(1);
    }
  });

  test('催办 skips a report that was filed meanwhile, and is refused if no other report is left', async () => {
    const [filed, open] = await Promise.all([makeReport({ status: 'filed' }), makeChased()]);
    const coordinator = await makeAccount('coordinator');
    expect(granted(await chaseReports(submissionOf([filed.id, open.id]), by(coordinator, 0)))).toEqual({
      chased: 1,
      skipped: 0,
    });
    expect(codeOf(await chaseReports(submissionOf([filed.id]), by(coordinator, 0)))).toBe('wrong-status');
  });

  test('催办 sends no notification if the report is filed before it is delivered', async () => {
    const report = await makeChased();
    const coordinator = await makeAccount('coordinator');
    granted(await chaseReports(submissionOf([report.id]), by(coordinator, 0)));
    granted(await fileReport(report.id, by(report.reporter, 7)));
    await notifyOfEvents();
    expect(await subjectsOf(report.reporter.accountId)).toEqual([]);
  });

  test('the 催办 list marks reports whose agency has no officer who could be notified', async () => {
    const [report, coordinator] = await Promise.all([makeChased(), makeAccount('coordinator')]);
    const scope = scopeOf(coordinator) as DivisionScope;
    const filter = { plan: report.planCode, periodCode: '2020Q1', named: [] };
    const listed = () => listUnfiled(scope, filter, { number: 1, size: 20 });
    await sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [report.reporter.accountId]);
    expect(await listed()).toMatchObject({ total: 1, withoutRecipient: 0, rows: [{ hasRecipient: true }] });
    await sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [report.approver.accountId]);
    expect(await listed()).toMatchObject({ total: 1, withoutRecipient: 1, rows: [{ hasRecipient: false }] });
  });

  test('催办 is forbidden to the leader and to an agency', async () => {
    const report = await makeChased();
    const leader = await makeAccount('leader');
    expect(codeOf(await chaseReports(submissionOf([report.id]), by(leader, 0)))).toBe('forbidden');
    expect(codeOf(await chaseReports(submissionOf([report.id]), by(report.approver, 0)))).toBe('forbidden');
    expect(await listAllUnfiled(scopeOf(report.approver), { plan: report.planCode, periodCode: '2020Q1' })).toEqual([]);
    expect(await listAllUnfiled(scopeOf(leader), { plan: report.planCode, periodCode: '2020Q1' })).toMatchObject([
      { id: report.id },
    ]);
    expect(await eventNamesOf(report.id)).toEqual([]);
  });
});
