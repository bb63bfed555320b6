import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contribute, decideContribution, withdrawContribution } from '@/lib/contributions/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { decideExtension, requestExtension } from '@/lib/extensions/mutations';
import { fileReport, requestSignOff, sendBack } from '@/lib/filing/mutations';
import { countUnread, listMessages } from '@/lib/notifications/data';
import { openMessage } from '@/lib/notifications/mutations';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { remindApprover, remindReporter } from '@/lib/notifications/reminders/mutations';
import { acceptReport, returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { subjectsOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { makeSupport } from '../support/contributions';
import { now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, granted, storeCalendar, storedReport } from '../support/writing';

let report: MadeReport;
let reporter: Actor;
let approver: Actor;
let reviewer: Actor;

const version = async () => (await storedReport(report.id)).version;
const messagesOf = async (actor: Actor) => (await listMessages(actor, { number: 1, size: 20 })).messages;
const assign = (reader: Actor) =>
  sql(
    `INSERT INTO "ReviewAssignment" ("planId", "agencyId", "reviewerId") SELECT id, $2, $3 FROM "Plan" WHERE code = $1`,
    [report.planCode, report.agencyId, reader.accountId],
  );

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
});

beforeEach(async () => {
  report = await makeReport({ signOffRequired: true, tasks: 2 });
  [reporter, approver, reviewer] = await Promise.all([
    makeAccount('reporter', report.agencyId),
    makeAccount('approver', report.agencyId),
    makeAccount('reviewer'),
  ]);
});

describe('inside an agency', () => {
  test('the approver is notified of a request for sign-off and of a reminder, and neither waits after the filing', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    granted(await remindApprover(report.id, by(reporter, 8)));
    await notifyOfEvents();
    expect(await subjectsOf(reporter.accountId)).toEqual([]);
    const messages = await messagesOf(approver);
    expect(messages.map(({ subject }) => subject)).toEqual([
      '【提醒】2020年第一季度报告等待您审核',
      '【待审核】2020年第一季度报告请您审核',
    ]);
    expect(messages[1]?.body).toBe(
      `${reporter.displayName}已将2020年第一季度报告提交单位审核，请审核后报送，或者退回填报人。报送截止日期为2020年4月3日（周五）。`,
    );
    expect(await countUnread(approver)).toBe(2);
    granted(await fileReport(report.id, by(approver, await version())));
    expect(await countUnread(approver)).toBe(0);
    expect((await messagesOf(approver)).every(({ doneAt, readAt }) => doneAt !== null && readAt === null)).toBe(true);
  });

  test('the reporters are notified of a report that was sent back, with the reason, until it is submitted again', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    granted(await sendBack(report.id, '请补数字', by(approver, 8)));
    granted(await remindReporter(report.id, by(approver, 9)));
    await notifyOfEvents();
    const messages = await messagesOf(reporter);
    expect(messages.map(({ subject }) => subject)).toEqual([
      '【提醒】请尽快填报2020年第一季度报告',
      '【退回填报人】2020年第一季度报告请修改后重新提交',
    ]);
    expect(messages[1]?.body).toMatch(/说明：请补数字$/);
    // The request itself was done when the report was sent back.
    expect(await countUnread(approver)).toBe(0);
    expect(await countUnread(reporter)).toBe(2);
    granted(await requestSignOff(report.id, by(reporter, await version())));
    expect(await countUnread(reporter)).toBe(0);
  });
});

describe('the deputy of an approver', () => {
  test('on the days of the deputation a deputy is notified like the approver, and on no other', async () => {
    const deputy = await makeAccount('reporter', report.agencyId);
    await sql(
      `INSERT INTO "ApproverDeputy" (id, "approverId", "deputyId", "fromOn", "untilOn")
       VALUES (gen_random_uuid(), $1, $2, '2020-04-03', '2020-04-07')`,
      [approver.accountId, deputy.accountId],
    );
    granted(await requestSignOff(report.id, by(reporter, 7)));
    await notifyOfEvents();
    expect(await subjectsOf(deputy.accountId)).toEqual([]);
    await setDemonstrationClock(new Date('2020-04-03T01:00:00Z'));
    granted(await remindApprover(report.id, by(reporter, 8)));
    await notifyOfEvents();
    expect(await subjectsOf(deputy.accountId)).toEqual(['【提醒】2020年第一季度报告等待您审核']);
    expect(await subjectsOf(approver.accountId)).toHaveLength(2);
    await setDemonstrationClock(now);
  });
});

describe('contributions', () => {
  test('the lead agency is notified of an offer, its supporter of the decision, and an offer is done by its own decision', async () => {
    const [taskId = '', otherTask = ''] = report.taskIds;
    const supporter = await makeAccount('approver', await makeAgency());
    await makeSupport(taskId, supporter.agencyId ?? '');
    await makeSupport(otherTask, supporter.agencyId ?? '');
    granted(await contribute(report.id, { taskId, section: 'progress', text: '甲' }, by(supporter, 0)));
    granted(await contribute(report.id, { taskId: otherTask, section: 'progress', text: '乙' }, by(supporter, 0)));
    await notifyOfEvents();
    const agency = await one<{ name: string }>('SELECT name FROM "Agency" WHERE id = $1', [supporter.agencyId]);
    expect((await messagesOf(reporter)).map(({ body }) => body)).toEqual([
      `${agency.name}就任务2提供了配合材料，请在报告中选用，或者标为不采用。`,
      `${agency.name}就任务1提供了配合材料，请在报告中选用，或者标为不采用。`,
    ]);
    const idOf = async (task: string) =>
      (await one<{ id: string }>('SELECT id FROM "Contribution" WHERE "taskId" = $1', [task])).id;
    granted(
      await decideContribution(report.id, { contributionId: await idOf(taskId), outcome: 'taken' }, by(reporter, 0)),
    );
    expect(await countUnread(reporter)).toBe(1);
    granted(await withdrawContribution(report.id, await idOf(otherTask), by(supporter, 0)));
    await notifyOfEvents();
    // The remaining message says that nothing has to be decided any more.
    expect(await countUnread(reporter)).toBe(1);
    const lead = await one<{ name: string }>('SELECT name FROM "Agency" WHERE id = $1', [report.agencyId]);
    expect(await messagesOf(supporter)).toMatchObject([
      {
        subject: `【配合材料】${lead.name}已采用贵单位的配合材料`,
        link: `/filing/contributions/${report.id}/${taskId}`,
      },
    ]);
  });
});

describe('the readers of the division', () => {
  test('the assigned reader is notified of a filing, and the message is done by the review', async () => {
    await assign(reviewer);
    const other = await makeAccount('reviewer');
    granted(await fileReport(report.id, by(approver, 7)));
    await notifyOfEvents();
    expect(await subjectsOf(other.accountId)).toEqual([]);
    expect(await subjectsOf(reviewer.accountId)).toEqual([
      expect.stringMatching(/^【报送】.+报送了《试验计划》2020年第一季度报告$/),
    ]);
    const reasons = [{ taskId: report.taskIds[1] ?? '', section: 'results' as const, text: '请写明数量。' }];
    const decision = { reasons, returnDueOn: civilDate('2020-04-09') };
    granted(await returnReport(report.id, decision, by(reviewer, await version())));
    expect(await countUnread(reviewer)).toBe(0);
    granted(await fileReport(report.id, by(approver, await version())));
    await notifyOfEvents();
    const [again] = await messagesOf(reviewer);
    expect(again).toMatchObject({
      subject: expect.stringMatching(/重新报送了《试验计划》2020年第一季度报告$/),
      body: expect.stringContaining('（第2版），请审核。'),
      link: `/review/${report.id}`,
    });
    granted(await acceptReport(report.id, by(reviewer, await version())));
    expect(await countUnread(reviewer)).toBe(0);
  });

  test('a stand-in is notified in place of the absent reader, and every reviewer where nobody is assigned', async () => {
    await assign(reviewer);
    const standIn = await makeAccount('coordinator');
    await sql(
      `INSERT INTO "Leave" (id, "reviewerId", "standInId", "fromOn", "untilOn")
       VALUES (gen_random_uuid(), $1, $2, '2020-04-01', '2020-04-03')`,
      [reviewer.accountId, standIn.accountId],
    );
    granted(await fileReport(report.id, by(approver, 7)));
    await notifyOfEvents();
    expect(await subjectsOf(standIn.accountId)).toHaveLength(1);
    expect(await subjectsOf(reviewer.accountId)).toEqual([]);
    report = await makeReport({});
    granted(await fileReport(report.id, by(await makeAccount('reporter', report.agencyId), 7)));
    await notifyOfEvents();
    expect(await subjectsOf(reviewer.accountId)).toHaveLength(1);
    expect(await subjectsOf(standIn.accountId)).toHaveLength(1);
  });
});

describe('decisions', () => {
  test('the message of a return quotes the opinions with their tasks and sections', async () => {
    const [first = '', second = ''] = report.taskIds;
    granted(await fileReport(report.id, by(approver, 7)));
    const reasons = [
      { taskId: first, section: null, text: '请补充\n数据' },
      { taskId: second, section: 'results' as const, text: '长'.repeat(80) },
    ];
    const decision = { reasons, returnDueOn: civilDate('2020-04-09') };
    granted(await returnReport(report.id, decision, by(reviewer, await version())));
    await notifyOfEvents();
    expect((await messagesOf(reporter))[0]?.body).toBe(
      [
        '贵单位2020年第一季度报告已退回修改，请按审核意见修改后，最迟于2020年4月9日（周四）重新报送。',
        '任务1：请补充 数据',
        `任务2“取得成效”：${'长'.repeat(60)}……`,
      ].join('\n'),
    );
  });

  test('a request for an extension waits for the coordinators until one of them has decided it', async () => {
    const [first, second] = await Promise.all([makeAccount('coordinator'), makeAccount('coordinator')]);
    const asked = { reason: '数据未到', proposedOn: civilDate('2020-04-10') };
    granted(await requestExtension(report.id, asked, by(reporter, 7)));
    await notifyOfEvents();
    expect(await Promise.all([first, second].map(countUnread))).toEqual([1, 1]);
    granted(await decideExtension(report.id, { note: '同意', grantedOn: civilDate('2020-04-10') }, by(first, 8)));
    expect(await Promise.all([first, second].map(countUnread))).toEqual([0, 0]);
  });

  test('going on from a message to its page marks it as read, and leads nobody else there', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    await notifyOfEvents();
    const [message] = await messagesOf(approver);
    expect(await openMessage(reporter, message?.id ?? '', now)).toBeNull();
    expect(await countUnread(approver)).toBe(1);
    expect(await openMessage(approver, message?.id ?? '', now)).toBe(`/filing/${report.id}`);
    expect(await countUnread(approver)).toBe(0);
  });
});
