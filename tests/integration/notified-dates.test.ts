import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notifyOfDates } from '@/lib/chasing/job';
import type { Actor } from '@/lib/domain/authorization';
import { countUnread, listMessages } from '@/lib/notifications/data';
import { deliverDue } from '@/lib/notifications/deliveries/job';
import { sendDigests } from '@/lib/notifications/digests/job';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { makeAccount } from '../support/accounts';
import { subjectsOf } from '../support/chased';
import { type Chased, extendTo, file, makePeriod, moveTo, storeAutumn } from '../support/chased-period';
import { MailServer } from '../support/mail-server';
import { sql } from '../support/sql';

let mailServer: MailServer;
let reviewer: Actor;
let reports: Chased[];

const twice = async (job: () => Promise<void>) => {
  await Promise.all([job(), job()]);
  await job();
};

const officersOf = ({ agencyId }: Chased) =>
  sql<{ id: string }>('SELECT id FROM "Account" WHERE "agencyId" = $1 ORDER BY roles', [agencyId]);

beforeAll(async () => {
  mailServer = await MailServer.start();
  Object.assign(process.env, { SMTP_URL: mailServer.urlFor('portal'), PORTAL_URL: 'https://portal.example.org' });
  await storeAutumn();
  reviewer = await makeAccount('reviewer');
  await sql(`UPDATE "Account" SET channels = '{mail}', "mailAddress" = 'reviewer@example.org' WHERE id = $1`, [
    reviewer.accountId,
  ]);
  reports = await makePeriod(['甲局', '乙局', '丙局', '丁局']);
});
afterAll(() => mailServer.stop());

describe('a period opens', () => {
  test('nobody is notified of the opening before 09:00, and afterwards each officer once', async () => {
    await moveTo('2020-09-01 08:58');
    await notifyOfDates();
    expect(await sql('SELECT id FROM "Notification"')).toEqual([]);
    await moveTo('2020-09-01 09:00');
    await twice(notifyOfDates);
    for (const report of reports) {
      for (const { id } of await officersOf(report))
        expect(await subjectsOf(id)).toEqual(['【开始填报】2020年第三季度报告开始填报']);
    }
    expect(await subjectsOf(reviewer.accountId)).toEqual([]);
  });

  test('a period that opened more than a week ago is not announced any more', async () => {
    const late = await makeAccount('approver', reports[3]?.agencyId);
    await moveTo('2020-09-08 09:00');
    await notifyOfDates();
    expect(await subjectsOf(late.accountId)).toEqual([]);
  });
});

describe('many filings on one day', () => {
  test('each filing stands in the inbox of its reader, and one mail at 13:00 names all of them', async () => {
    const now = await moveTo('2020-09-29 10:00');
    for (const report of reports.slice(0, 2)) await file(report, now);
    await twice(notifyOfEvents);
    expect(await countUnread(reviewer)).toBe(2);
    await moveTo('2020-09-29 12:59');
    await twice(sendDigests);
    await deliverDue();
    expect(mailServer.received).toEqual([]);
    await moveTo('2020-09-29 13:01');
    await twice(sendDigests);
    await deliverDue();
    await moveTo('2020-09-29 17:01');
    await twice(sendDigests);
    await deliverDue();
    expect(mailServer.received.map(({ mail }) => mail.subject)).toEqual(['【站内信】2件事项等待办理']);
    const [sent] = mailServer.received;
    expect(sent?.mail.text).toMatch(
      /1\. 【报送】甲局报送了《试验计划》2020年第三季度报告\n2\. 【报送】乙局报送了《试验计划》2020年第三季度报告/,
    );
    expect(sent?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect((await listMessages(reviewer, { number: 1, size: 9 })).total).toBe(2);
  });
});

describe('reports are overdue', () => {
  test('their reader is notified on the next working day, once, with the agencies that have not filed', async () => {
    await extendTo('2020-10-20')(reports[3] as Chased, await moveTo('2020-10-12 10:00'));
    await moveTo('2020-10-13 08:58');
    await notifyOfDates();
    const overdue = async () =>
      (await subjectsOf(reviewer.accountId)).filter((subject) => subject.startsWith('【逾期】'));
    expect(await overdue()).toEqual([]);
    await moveTo('2020-10-13 09:00');
    await twice(notifyOfDates);
    await moveTo('2020-10-14 09:00');
    await twice(notifyOfDates);
    expect(await overdue()).toEqual(['【逾期】1家单位的报告逾期未报送']);
    const [message] = (await listMessages(reviewer, { number: 1, size: 1 })).messages;
    expect(message?.body).toBe(
      '以下由您审核的1家单位已过报送截止日期，尚未报送：丙局（《试验计划》2020年第三季度）。请及时催办。',
    );
    await moveTo('2020-10-21 09:00');
    await twice(notifyOfDates);
    expect(await overdue()).toHaveLength(2);
  });
});
