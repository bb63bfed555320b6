import { expect, test } from 'vitest';
import { dayMessage } from '@/lib/notifications/digests/digest-text';
import { type NewMessage, storeNewMessages } from '@/lib/notifications/mutations';
import { makeAccount } from '../support/accounts';
import { now } from '../support/report-states';
import { one, sql } from '../support/sql';

const messagesTo = (to: NewMessage['to'], count: number, cause: string): NewMessage[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'notice',
    cause: `${cause}/${index}`,
    reportId: null,
    to,
    subject: `【${cause}】第${index + 1}件`,
    body: '',
    link: '/messages',
  }));

const byMail = (accountId: string) =>
  sql(`UPDATE "Account" SET channels = '{mail}', "mailAddress" = 'officer@example.org' WHERE id = $1`, [accountId]);

const deliveriesOf = (accountId: string) =>
  sql<{ subject: string }>(
    `SELECT n.subject FROM "Delivery" d JOIN "Notification" n ON n.id = d."notificationId" WHERE n."accountId" = $1`,
    [accountId],
  );

const countOf = (accountId: string) =>
  one<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Notification" WHERE "accountId" = $1 AND kind <> 'digest'`,
    [accountId],
  );

test('an account with more messages of a day than one transaction stores gets one delivery that names all of them', async () => {
  const [leader, reviewer] = await Promise.all([makeAccount('leader'), makeAccount('reviewer')]);
  await Promise.all([leader, reviewer].map(({ accountId }) => byMail(accountId)));
  const { id: officeId } = await one<{ id: string }>(
    `INSERT INTO "Office" (id, code, name) VALUES (uuidv7(), 'day', '综合处') RETURNING id`,
    [],
  );
  const messages = [
    ...messagesTo({ accountIds: [leader.accountId, reviewer.accountId] }, 400, '甲'),
    ...messagesTo({ officeId, roles: ['leader'] }, 300, '乙'),
  ];
  await storeNewMessages(messages, now, dayMessage);
  await storeNewMessages(messages, now, dayMessage);
  expect(await countOf(leader.accountId)).toEqual({ count: 700 });
  expect(await countOf(reviewer.accountId)).toEqual({ count: 400 });
  expect(await deliveriesOf(leader.accountId)).toEqual([{ subject: '【今日提醒】700件事项等待办理' }]);
  expect(await deliveriesOf(reviewer.accountId)).toEqual([{ subject: '【今日提醒】400件事项等待办理' }]);
});
