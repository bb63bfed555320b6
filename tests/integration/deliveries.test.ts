import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DivisionScope, scopeOf } from '@/lib/domain/authorization';
import { type DeliveryChannel, retryPause } from '@/lib/domain/chasing/delivery';
import { listTroubled } from '@/lib/notifications/deliveries/data';
import { deliverDue } from '@/lib/notifications/deliveries/job';
import {
  beginTransmission,
  claimDelivery,
  resendDelivery,
  settleDelivery,
  settleInterrupted,
} from '@/lib/notifications/deliveries/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { MailServer } from '../support/mail-server';
import { deliveryOf, letTimePass, makeOutgoingMessage, makeReader, statusCounts } from '../support/outgoing-messages';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { RobotServer } from '../support/robot-server';
import { sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

let mailServer: MailServer;
let robot: RobotServer;
let accountId: string;

const subject = '【催办】2020年第三季度报告请最迟于2020年10月12日（周一）报送';

beforeAll(async () => {
  await setDemonstrationClock(now);
  [mailServer, robot] = await Promise.all([MailServer.start(), RobotServer.start()]);
  Object.assign(process.env, {
    SMTP_URL: mailServer.urlFor('portal'),
    MAIL_FROM: '报送平台 <portal@example.org>',
    WEBHOOK_HOSTS: `oapi.dingtalk.com,${robot.origin}`,
    SMS_GATEWAY_URL: `${robot.origin}/sms`,
    SMS_GATEWAY_TOKEN: 'geheim',
    PORTAL_URL: 'https://portal.example.org',
  });
  const addresses = { mail: 'reporter@example.org', webhook: `${robot.origin}/send?key=1`, sms: '13800000000' };
  ({ accountId } = await makeReader(['mail', 'webhook', 'sms'], addresses));
});
beforeEach(async () => {
  mailServer.received.length = 0;
  mailServer.refusal = null;
  robot.calls.length = 0;
  robot.answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };
  await sql('DELETE FROM "Delivery"');
});
afterAll(async () => {
  robot.stop();
  await mailServer.stop();
});

async function deliver(channel: DeliveryChannel, reportId?: string) {
  const id = await makeOutgoingMessage(accountId, channel, reportId);
  await deliverDue();
  return id;
}

const minutesUntil = (instant: Date) => Math.round((instant.getTime() - Date.now()) / 60_000);

test('a mail whose lease ran out stays uncertain when a refusal comes late, so that a person decides on it', async () => {
  const id = await makeOutgoingMessage(accountId, 'mail');
  const claimed = await claimDelivery(new Date());
  if (!claimed) throw new Error('nothing is due');
  expect(await beginTransmission(claimed)).toBe(true);
  await letTimePass();
  await settleInterrupted(new Date());
  await settleDelivery(claimed, { status: 'declined', error: '451', isFinal: false }, new Date());
  expect(await deliveryOf(id)).toMatchObject({ status: 'uncertain' });
});

describe('a mail', () => {
  test('a mail arrives at a real server once, with the right Chinese subject, addresses and link', async () => {
    const id = await deliver('mail');
    await deliverDue();
    expect(mailServer.received).toHaveLength(1);
    const mail = mailServer.received[0]?.mail;
    expect(mail?.subject).toBe(subject);
    expect(mail?.from?.value).toEqual([{ name: '报送平台', address: 'portal@example.org' }]);
    expect(mail?.to).toMatchObject({ value: [{ address: 'reporter@example.org' }] });
    expect(mail?.messageId).toBe(`<${id}@example.org>`);
    expect(mail?.text).toContain('请及时报送。\n\n查看：https://portal.example.org/filing');
    expect(await deliveryOf(id)).toMatchObject({ status: 'sent', attempts: 1, sentAt: expect.any(Date) });
  });

  test('a mail that the server refuses for now is tried again after growing pauses, and finally fails', async () => {
    mailServer.refusal = { code: 451, words: 'try again later' };
    const id = await deliver('mail');
    const pauses: number[] = [];
    for (let tries = 1; tries < 7 && (await deliveryOf(id)).status === 'pending'; tries += 1) {
      pauses.push(minutesUntil((await deliveryOf(id)).nextAttemptAt));
      await deliverDue();
      expect((await deliveryOf(id)).attempts).toBe(tries);
      await letTimePass();
      await deliverDue();
    }
    expect(pauses).toEqual([1, 5, 15, 60, 240]);
    expect(retryPause(6)).toBeNull();
    expect(await deliveryOf(id)).toMatchObject({ status: 'failed', attempts: 6 });
    expect((await deliveryOf(id)).lastError).toContain('try again later');
    expect(mailServer.received).toEqual([]);
  });

  test('a mail without an answering server is recorded as no-answer and tried again', async () => {
    const url = process.env.SMTP_URL;
    process.env.SMTP_URL = 'smtp://127.0.0.1:1';
    const id = await deliver('mail');
    process.env.SMTP_URL = url;
    expect(await deliveryOf(id)).toMatchObject({ status: 'pending', attempts: 1, lastError: 'no-answer' });
    await letTimePass();
    await deliverDue();
    expect(await deliveryOf(id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('a mail that is refused for good fails at once, is shown to the division, and is sent again by hand', async () => {
    mailServer.refusal = { code: 550, words: 'no such person' };
    const id = await deliver('mail');
    expect(await deliveryOf(id)).toMatchObject({ status: 'failed', attempts: 1 });
    const [leader, coordinator] = await Promise.all([makeAccount('leader'), makeAccount('coordinator')]);
    const scope = scopeOf(coordinator) as DivisionScope;
    const shown = await listTroubled(scope);
    expect(shown).toMatchObject({ total: 1, messages: [{ subject, deliveries: [{ id, status: 'failed' }] }] });
    expect(codeOf(await resendDelivery(id, { actor: leader, address: '' }))).toBe('forbidden');
    mailServer.refusal = null;
    granted(await resendDelivery(id, { actor: coordinator, address: '' }));
    await deliverDue();
    expect(await deliveryOf(id)).toMatchObject({ status: 'sent' });
    expect(codeOf(await resendDelivery(id, { actor: coordinator, address: '' }))).toBe('stale');
    expect(mailServer.received).toHaveLength(1);
  });

  test('all failed mails are sent again together, but none that may have arrived', async () => {
    mailServer.refusal = { code: 550, words: 'out of order' };
    const failed = [await deliver('mail'), await deliver('mail')];
    const uncertain = await makeOutgoingMessage(accountId, 'mail');
    await sql(`UPDATE "Delivery" SET status = 'uncertain' WHERE id = $1`, [uncertain]);
    const [leader, coordinator] = await Promise.all([makeAccount('leader'), makeAccount('coordinator')]);
    const scope = scopeOf(coordinator) as DivisionScope;
    expect(await listTroubled(scope)).toMatchObject({ total: 3, failed: 2 });
    expect(codeOf(await resendDelivery(undefined, { actor: leader, address: '' }))).toBe('forbidden');
    mailServer.refusal = null;
    granted(await resendDelivery(undefined, { actor: coordinator, address: '' }));
    await deliverDue();
    expect(await statusCounts()).toEqual({ sent: 2, uncertain: 1 });
    expect(mailServer.ids().toSorted()).toEqual(failed.map((id) => `<${id}@example.org>`).toSorted());
  });

  test('a mail is dropped if the report is filed, or if its recipient has left', async () => {
    const filed = await deliver('mail', (await makeReport({ status: 'filed' })).id);
    expect(await deliveryOf(filed)).toMatchObject({ status: 'dropped' });
    await sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [accountId]);
    const left = await deliver('mail');
    await sql('UPDATE "Account" SET "closedAt" = NULL WHERE id = $1', [accountId]);
    expect(await deliveryOf(left)).toMatchObject({ status: 'dropped' });
    expect(mailServer.received).toEqual([]);
  });
});

test('a mail that is confirmed after its lease ran out counts as sent', async () => {
  const id = await makeOutgoingMessage(accountId, 'mail');
  const held = mailServer.hold('taken', 'portal');
  const delivering = deliverDue();
  const letGo = await held;
  await letTimePass();
  expect(await settleInterrupted(new Date())).toBe(1);
  expect(await deliveryOf(id)).toMatchObject({ status: 'uncertain' });
  letGo();
  await delivering;
  expect(await deliveryOf(id)).toMatchObject({ status: 'sent', sentAt: expect.any(Date) });
});

test('a gateway for short messages gets the phone, the text and the same id at each attempt', async () => {
  robot.answer = { status: 503, body: '' };
  const id = await deliver('sms');
  robot.answer = { status: 202, body: '' };
  await letTimePass();
  await deliverDue();
  const call = {
    path: '/sms',
    headers: expect.objectContaining({ authorization: 'Bearer geheim' }),
    content: { id, phone: '13800000000', text: subject },
  };
  expect(robot.calls).toEqual([call, call]);
  expect(await deliveryOf(id)).toMatchObject({ status: 'sent', attempts: 2 });
});
