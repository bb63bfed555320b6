import { expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import type { JobProcess } from '../support/job-process';
import { MailServer } from '../support/mail-server';
import { type Officer, OwnPortal } from '../support/own-portal';
import { makePeriod } from '../support/pages/chased-period';
import { expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';

let portal: OwnPortal;
let mailServer: MailServer;
let jobs: JobProcess;
let coordinator: Officer;

test.beforeAll(async () => {
  mailServer = await MailServer.start();
  const settings = { SMTP_URL: mailServer.urlFor('jobs'), MAIL_FROM: 'portal@example.org' };
  portal = await OwnPortal.start(settings);
  // This is before the first step of the chasing schedule.
  await setDemonstrationClock(new Date('2020-03-26T02:00:00Z'), portal.sql);
  jobs = await portal.startJobs();
  coordinator = await portal.signIn('coordinator');
});

test.afterAll(async () => {
  await jobs.stop();
  await mailServer.stop();
  await portal.stop();
});

test('an officer who chose mail gets a chasing notification by mail too', async ({ browser }) => {
  const { planCode, agencies } = await makePeriod(portal, 1);
  const desk = await openAs(browser, portal, agencies[0]?.reporter ?? coordinator);
  await desk.goto('/account/channels');
  await desk.getByRole('checkbox', { name: '邮件' }).check();
  await desk.getByRole('button', { name: '保存' }).click();
  await expect(desk.getByRole('alert').first()).toContainText('邮箱地址：请填写此项');
  await desk.getByLabel('邮箱地址').fill('reporter@example.org');
  await desk.getByRole('button', { name: '保存' }).click();
  await expect(desk.getByText('接收方式已保存。')).toBeVisible();
  await expectToFitPhone(desk);

  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/chasing?plan=${planCode}`);
  await page.getByRole('button', { name: '催办全部1家单位' }).click();
  await page.getByRole('button', { name: '确认催办以上1家单位' }).click();
  await expect(page.getByText('已催办1家单位。')).toBeVisible();
  await expect.poll(() => mailServer.received.length, { timeout: 20_000 }).toBe(1);
  const mail = mailServer.received[0]?.mail;
  expect(mail?.subject).toBe('【催办】请尽快报送2020年第一季度报告');
  expect(mail?.text).toContain('2020年4月3日');
  await page.goto('/review/chasing/log');
  await expect(page.getByRole('row').filter({ hasText: agencies[0]?.name })).toContainText('邮件：已发送');
});

test('a mail that could not be sent is shown to the division, which sends it again', async ({ browser }) => {
  const { planCode, agencies } = await makePeriod(portal, 1);
  const [{ name, reporter } = { name: '', reporter: coordinator }] = agencies;
  const address = [reporter.accountId, 'nobody@example.org'];
  await portal.sql(`UPDATE "Account" SET channels = '{mail}', "mailAddress" = $2 WHERE id = $1`, address);
  mailServer.refusal = { code: 550, words: 'no such person' };
  const before = mailServer.received.length;
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/chasing?plan=${planCode}`);
  await page.getByRole('button', { name: '催办全部1家单位' }).click();
  await page.getByRole('button', { name: '确认催办以上1家单位' }).click();
  await expect(page.getByText('已催办1家单位。')).toBeVisible();
  const trouble = page.getByRole('listitem').filter({ hasText: '邮件：发送失败（第1次：550 no such person）' });
  await expect(async () => {
    await page.reload();
    await expect(trouble).toContainText(name, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expectToFitPhone(page);
  mailServer.refusal = null;
  await trouble.getByRole('button', { name: /^向.+重发$/ }).click();
  await expect(trouble).toHaveCount(0);
  // The next event or the next minute makes the job process send it again.
  await page.getByRole('checkbox', { name: '今日已催办的单位也再次催办' }).check();
  await page.getByRole('button', { name: '催办全部1家单位' }).click();
  await page.getByRole('button', { name: '确认催办以上1家单位' }).click();
  await expect.poll(() => mailServer.received.length, { timeout: 20_000 }).toBe(before + 2);
});

test('all mails that failed while a mail server was away are sent again with one button', async ({ browser }) => {
  const { planCode, agencies } = await makePeriod(portal, 2);
  const readers = agencies.map(({ reporter }) => reporter.accountId);
  await portal.sql(
    `WITH stored AS (
       INSERT INTO "Notification" (id, "accountId", kind, cause, subject, body, link, "createdAt")
       SELECT gen_random_uuid(), id, 'decision', 'test', '【延期】', '已延期。', '/filing', now()
       FROM unnest($1::uuid[]) AS id RETURNING id)
     INSERT INTO "Delivery" (id, "notificationId", channel, status, attempts, "nextAttemptAt")
     SELECT gen_random_uuid(), id, 'mail', 'failed', 6, now() FROM stored`,
    [readers],
  );
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/chasing?plan=${planCode}`);
  await expectToFitPhone(page);
  await page.getByRole('button', { name: '重发全部2条发送失败的消息' }).click();
  await expect(page.getByRole('heading', { name: /^未能送达/ })).toHaveCount(0);
});
