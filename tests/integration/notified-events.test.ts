import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chaseReports } from '@/lib/chasing/mutations';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { isNotifiedEvent, notifiedEvents } from '@/lib/domain/chasing/notified-events';
import { decideExtension, requestExtension } from '@/lib/extensions/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { setChannels } from '@/lib/notifications/channels/mutations';
import { countUnread, listMessages } from '@/lib/notifications/data';
import { markRead } from '@/lib/notifications/mutations';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { acceptReport, reopenReport, returnReport } from '@/lib/review/mutations';
import { remark } from '@/lib/review/remarks/mutations';
import type { ChannelsInput } from '@/lib/schemas/channels';
import { makeAccount } from '../support/accounts';
import { makeChased, subjectsOf, submissionOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { sql } from '../support/sql';
import { by, codeOf, granted, storeCalendar, storedReport } from '../support/writing';

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
});

describe('decisions are notified to the agency', () => {
  test('coordinators are notified of a request for an extension, and officers of its decision', async () => {
    const report = await makeChased();
    const coordinator = await makeAccount('coordinator');
    const asked = { reason: '数据未到', proposedOn: civilDate('2020-04-10') };
    granted(await requestExtension(report.id, asked, by(report.reporter, 7)));
    await notifyOfEvents();
    expect(await subjectsOf(coordinator.accountId)).toEqual([
      expect.stringMatching(/^【延期申请】.+申请2020年第一季度报告延期至2020年4月10日（周五）$/),
    ]);
    const decision = { note: '缩短', grantedOn: civilDate('2020-04-08') };
    granted(await decideExtension(report.id, decision, by(coordinator, 8)));
    await notifyOfEvents();
    const [message] = (await listMessages(report.reporter, { number: 1, size: 20 })).messages;
    expect(message).toMatchObject({
      kind: 'decision',
      subject: '【延期申请】已同意2020年第一季度报告延期至2020年4月8日（周三）',
      body: '贵单位2020年第一季度报告的延期申请已获同意，报送截止日期延至2020年4月8日（周三）。\n说明：缩短',
    });
  });

  test('reporter and approver are notified of a return, an acceptance and a reopening', async () => {
    const report = await makeChased();
    const reviewer = await makeAccount('reviewer');
    const { id, reporter, approver, taskIds } = report;
    const version = async () => (await storedReport(id)).version;
    granted(await fileReport(id, by(reporter, await version())));
    const reasons = [{ taskId: taskIds[0] ?? '', section: null, text: '请补充' }];
    const decision = { reasons, returnDueOn: civilDate('2020-04-09') };
    granted(await returnReport(id, decision, by(reviewer, await version())));
    granted(await fileReport(id, by(reporter, await version())));
    granted(await acceptReport(id, by(reviewer, await version())));
    granted(await reopenReport(id, '复核', by(reviewer, await version())));
    await notifyOfEvents();
    expect((await subjectsOf(approver.accountId)).toSorted()).toEqual([
      '【审核通过】2020年第一季度报告已审核通过',
      '【退回修改】2020年第一季度报告请最迟于2020年4月9日（周四）重新报送',
      '【重新审核】2020年第一季度报告已重新打开审核',
    ]);
    // The return was done by the second filing.
    expect(await countUnread(reporter)).toBe(2);
  });

  test('an agency is notified of a remark for it once a day, and never of an internal one', async () => {
    const { id, reporter, taskIds } = await makeChased();
    const reviewer = await makeAccount('reviewer');
    granted(await fileReport(id, by(reporter, (await storedReport(id)).version)));
    const given = { taskId: taskIds[0] ?? '', section: 'results' as const, text: '请附名单。' };
    granted(await remark(id, { ...given, audience: 'division' }, by(reviewer, 0)));
    await notifyOfEvents();
    expect(await subjectsOf(reporter.accountId)).toEqual([]);
    for (let count = 0; count < 2; count += 1)
      granted(await remark(id, { ...given, audience: 'agency' }, by(reviewer, 0)));
    await notifyOfEvents();
    expect(await subjectsOf(reporter.accountId)).toEqual(['【批注】试验处对2020年第一季度报告写了批注']);
  });

  test('the trigger of the database has the same list of notified events as the domain code', async () => {
    const triggers = await sql<{ definition: string }>(
      `SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgname IN ('Event_untold', 'Event_untold_act')`,
    );
    const lists = triggers.map(({ definition }) => /ARRAY\[(.*?)\]/.exec(definition)?.[1] ?? '');
    const names = [...lists.join().matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
    expect(names.toSorted()).toEqual(Object.keys(notifiedEvents).filter(isNotifiedEvent).toSorted());
  });

  test('events stay pending when a notification fails, and the next attempt sends it', async () => {
    const report = await makeChased();
    granted(await chaseReports(submissionOf([report.id]), by(await makeAccount('coordinator'), 0)));
    await sql('ALTER TABLE "Notification" RENAME TO "Away"');
    await expect(notifyOfEvents()).rejects.toThrow();
    await sql('ALTER TABLE "Away" RENAME TO "Notification"');
    await notifyOfEvents();
    expect(await subjectsOf(report.reporter.accountId)).toHaveLength(1);
  });
});

describe("one's own notifications", () => {
  test('a notification is marked as read only by its recipient', async () => {
    const report = await makeChased();
    granted(await chaseReports(submissionOf([report.id]), by(await makeAccount('coordinator'), 0)));
    await notifyOfEvents();
    const [message] = (await listMessages(report.reporter, { number: 1, size: 20 })).messages;
    granted(await markRead(report.approver, message?.id, now));
    expect(await countUnread(report.reporter)).toBe(1);
    granted(await markRead(report.reporter, message?.id, now));
    expect(await countUnread(report.reporter)).toBe(0);
    expect(await countUnread(report.approver)).toBe(1);
  });
});

describe('the channels of a person', () => {
  const none = { channels: [], mailAddress: '', webhookUrl: '', webhookSecret: '', phone: '' };

  afterEach(() => {
    for (const name of ['SMTP_URL', 'SMS_GATEWAY_URL']) delete process.env[name];
  });

  test('each chosen channel gets a delivery of the notification', async () => {
    process.env.SMTP_URL = 'smtp://mail.example.org';
    process.env.SMS_GATEWAY_URL = 'http://sms.example.org';
    const report = await makeChased();
    const chosen = { ...none, channels: ['mail', 'sms'] as const, mailAddress: 'a@example.org', phone: '13800000000' };
    granted(await setChannels(report.reporter, { ...chosen, channels: [...chosen.channels] }, ''));
    granted(await chaseReports(submissionOf([report.id]), by(await makeAccount('coordinator'), 0)));
    await notifyOfEvents();
    const deliveries = await sql<{ channel: string; accountId: string }>(
      `SELECT d.channel::text, n."accountId" FROM "Delivery" d JOIN "Notification" n ON n.id = d."notificationId"
       WHERE n."reportId" = $1 ORDER BY 1`,
      [report.id],
    );
    const { accountId } = report.reporter;
    expect(deliveries).toEqual([
      { channel: 'mail', accountId },
      { channel: 'sms', accountId },
    ]);
  });

  test.each([
    'https://example.org/send',
    'http://oapi.dingtalk.com/robot/send',
    'https://oapi.dingtalk.com.example.org/',
    'https://oapi.dingtalk.com:8443/',
    'https://user@oapi.dingtalk.com/',
    'http://127.0.0.1:5432/',
  ])('the address %s is refused as a robot', async (webhookUrl) => {
    const reporter = await makeAccount('leader');
    expect(codeOf(await setChannels(reporter, { ...none, channels: ['webhook'], webhookUrl }, ''))).toBe(
      'webhook-not-allowed',
    );
  });

  test('a channel that the portal cannot send over is refused', async () => {
    const leader = await makeAccount('leader');
    const chosen: ChannelsInput = { ...none, channels: ['mail'], mailAddress: 'a@example.org' };
    expect(codeOf(await setChannels(leader, chosen, ''))).toBe('channel-not-offered');
    process.env.SMTP_URL = 'smtp://mail.example.org';
    granted(await setChannels(leader, chosen, ''));
    delete process.env.SMTP_URL;
    granted(await setChannels(leader, chosen, ''));
  });

  test('a chosen channel needs an address', async () => {
    const leader = await makeAccount('leader');
    expect(codeOf(await setChannels(leader, { ...none, channels: ['mail'] }, ''))).toBe('channel-address-missing');
    const webhookUrl = 'https://oapi.dingtalk.com/robot/send?access_token=1';
    granted(await setChannels(leader, { ...none, channels: ['webhook'], webhookUrl }, ''));
  });
});
