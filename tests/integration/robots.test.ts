import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chaseReports } from '@/lib/chasing/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { deliverDue } from '@/lib/notifications/deliveries/job';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { makeAccount } from '../support/accounts';
import { makeChased, submissionOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { deliveryOf, letTimePass, makeOutgoingMessage, makeReader, statusCounts } from '../support/outgoing-messages';
import { now } from '../support/report-states';
import { RobotServer } from '../support/robot-server';
import { sql } from '../support/sql';
import { by, granted } from '../support/writing';

let robot: RobotServer;
let accountId: string;

const subject = '【催办】2020年第三季度报告请最迟于2020年10月12日（周一）报送';

beforeAll(async () => {
  await setDemonstrationClock(now);
  robot = await RobotServer.start();
  process.env.WEBHOOK_HOSTS = `oapi.dingtalk.com,${robot.origin}`;
  process.env.PORTAL_URL = 'https://portal.example.org';
  ({ accountId } = await makeReader(['webhook'], { webhook: `${robot.origin}/send?key=1` }));
});
beforeEach(async () => {
  robot.calls.length = 0;
  robot.answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };
  await sql('DELETE FROM "Delivery"');
});
afterAll(() => robot.stop());

async function deliver() {
  const id = await makeOutgoingMessage(accountId, 'webhook');
  await deliverDue();
  return id;
}

async function nameRobot(...readers: readonly Actor[]): Promise<void> {
  await sql(`UPDATE "Account" SET channels = '{webhook}', "webhookUrl" = $2 WHERE id = ANY($1)`, [
    readers.map((reader) => reader.accountId),
    `${robot.origin}/send?key=group`,
  ]);
}

describe('a robot', () => {
  test('a robot is called in the form that 企业微信 and 钉钉 take', async () => {
    const id = await deliver();
    expect(robot.calls).toEqual([
      {
        path: '/send?key=1',
        headers: expect.objectContaining({ 'content-type': 'application/json; charset=utf-8' }),
        content: { msgtype: 'text', text: { content: expect.stringContaining(`${subject}\n请及时报送。`) } },
      },
    ]);
    expect(await deliveryOf(id)).toMatchObject({ status: 'sent' });
  });

  test('the text for a robot is at most as long as 企业微信 allows, including the link', async () => {
    const id = await makeOutgoingMessage(accountId, 'webhook');
    await sql(
      'UPDATE "Notification" SET body = $2 WHERE id = (SELECT "notificationId" FROM "Delivery" WHERE id = $1)',
      [id, '请'.repeat(1_000)],
    );
    await deliverDue();
    const content = (robot.calls[0]?.content as { text: { content: string } } | undefined)?.text.content ?? '';
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2_048);
    expect(content).toContain('请请……（全文请登录平台查看）\n\n查看：https://portal.example.org/filing');
  });

  test('a call to a robot with a secret is signed with its time, anew at each attempt', async () => {
    const secret = 'SEC0123456789abcdef';
    const before = Date.now();
    await sql('UPDATE "Account" SET "webhookSecret" = $2 WHERE id = $1', [accountId, secret]);
    robot.answer = { status: 503, body: '' };
    await deliver();
    robot.answer = { status: 200, body: '{"errcode":0}' };
    await letTimePass();
    await deliverDue();
    await sql(`UPDATE "Account" SET "webhookSecret" = '' WHERE id = $1`, [accountId]);
    expect(robot.calls).toHaveLength(2);
    for (const { path } of robot.calls) {
      const [, timestamp = '', sign = ''] = /^\/send\?key=1&timestamp=(\d{13})&sign=([\w%.-]+)$/.exec(path) ?? [];
      expect(Number(timestamp)).toBeGreaterThanOrEqual(before);
      const expected = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
      expect(decodeURIComponent(sign)).toBe(expected);
    }
    expect(new Set(robot.calls.map(({ path }) => path)).size).toBe(2);
  });

  test('a robot that declines with HTTP status 200 is called again later', async () => {
    robot.answer = { status: 200, body: '{"errcode":310000,"errmsg":"keywords not in content"}' };
    const id = await deliver();
    expect(await deliveryOf(id)).toMatchObject({ status: 'pending', lastError: '310000 keywords not in content' });
    robot.answer = { status: 200, body: '{"errcode":0}' };
    await letTimePass();
    await deliverDue();
    expect(await deliveryOf(id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('a robot that closes the connection after the call may have worked, so it is not called again automatically', async () => {
    robot.answer = null;
    const id = await deliver();
    await letTimePass();
    await deliverDue();
    expect(await deliveryOf(id)).toMatchObject({ status: 'uncertain', attempts: 1 });
    expect(robot.calls).toHaveLength(1);
  });

  test('a redirect of a robot is not followed', async () => {
    robot.answer = { status: 302, body: '' };
    const id = await deliver();
    expect(robot.calls.map(({ path }) => path)).toEqual(['/send?key=1']);
    expect(await deliveryOf(id)).toMatchObject({ status: 'pending', lastError: 'HTTP 302' });
  });

  test('a robot on a host that the setting no longer allows is not called', async () => {
    const hosts = process.env.WEBHOOK_HOSTS;
    process.env.WEBHOOK_HOSTS = 'oapi.dingtalk.com';
    const id = await deliver();
    process.env.WEBHOOK_HOSTS = hosts;
    expect(await deliveryOf(id)).toMatchObject({ status: 'failed' });
    expect(robot.calls).toEqual([]);
  });

  test('a group robot is called once, however many officers chose it', async () => {
    const report = await makeChased();
    await nameRobot(report.reporter, report.approver);
    granted(await chaseReports(submissionOf([report.id]), by(await makeAccount('coordinator'), 0)));
    await notifyOfEvents();
    await Promise.all([deliverDue(), deliverDue()]);
    expect(robot.calls).toHaveLength(1);
    expect(await statusCounts()).toEqual({ sent: 1, dropped: 1 });
  });

  test('a group robot is still called for one officer when another who chose it has left', async () => {
    const report = await makeChased();
    await nameRobot(report.reporter, report.approver);
    granted(await chaseReports(submissionOf([report.id]), by(await makeAccount('coordinator'), 0)));
    await notifyOfEvents();
    await sql(
      `UPDATE "Account" SET "closedAt" = now() WHERE id = (SELECT n."accountId" FROM "Delivery" d
         JOIN "Notification" n ON n.id = d."notificationId" ORDER BY d.id LIMIT 1)`,
    );
    await deliverDue();
    expect(robot.calls).toHaveLength(1);
    expect(await statusCounts()).toEqual({ sent: 1, dropped: 1 });
  });
});
