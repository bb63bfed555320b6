import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs, phone } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { closesAt, now } from '../support/report-states';
import { agencyCodeOf, type MadeReport, makeAgency, makeReport } from '../support/reports';

let portal: OwnPortal;
let coordinator: Officer;
let agencyId: string;
let reporter: Officer;
let report: MadeReport;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  coordinator = await portal.signIn('coordinator');
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  await setDemonstrationClock(now, portal.sql);
  agencyId = await makeAgency(portal.sql, true);
  reporter = await portal.signIn('reporter', agencyId);
  report = await makeReport({ agencyId, run: portal.sql });
});

test('a reporter takes the report back from the approver before scripts run, and writes on', async ({ browser }) => {
  const page = await openAs(browser, portal, reporter, { javaScriptEnabled: false });
  await page.goto(`/filing/${report.id}/check`);
  await page.getByRole('button', { name: '提请单位审核' }).click();
  await expect(page.getByText('已提请本单位审核，等待单位审核人报送或退回。')).toBeVisible();
  await page.getByRole('button', { name: '取回修改' }).click();
  await expect(page.getByRole('textbox', { name: '工作进展情况' }).first()).toBeEditable();
});

test('an approver sends a report back and reads it again on a phone with the own reason and the changed fields', async ({
  browser,
}) => {
  const approver = await portal.signIn('approver', agencyId);
  await portal.sql(`UPDATE "Report" SET status = 'awaiting_sign_off' WHERE id = $1`, [report.id]);
  const page = await openAs(browser, portal, approver, { viewport: phone });
  await page.goto(`/filing/${report.id}`);
  await page.locator('summary', { hasText: '退回填报人' }).click();
  await page.getByLabel('退回原因').fill('请写明数量。');
  await page.getByRole('button', { name: '确认退回填报人' }).click();
  await expect(page.getByText('已退回填报人，等待填报人修改。')).toBeVisible();

  const later = new Date(now.getTime() + 3_600_000);
  await setDemonstrationClock(later, portal.sql);
  const saved = { results: { version: 1, by: '填报人', at: new Date(later.getTime() + 60_000).toISOString() } };
  await portal.sql(`UPDATE "Entry" SET "fieldSaves" = $2 WHERE "taskId" = $1`, [report.taskIds[0], saved]);
  await portal.sql(`UPDATE "Report" SET status = 'awaiting_sign_off' WHERE id = $1`, [report.id]);
  await page.goto(`/filing/${report.id}`);
  const panel = page.locator('#sign-off');
  await expect(panel).toContainText('请写明数量。');
  await expect(panel.getByRole('listitem')).toHaveText(['任务1 · 取得成效']);
  await panel.getByRole('button', { name: '自行修改' }).click();
  await expect(page.getByRole('textbox', { name: '工作进展情况' }).first()).toBeEditable();
});

test('the coordinator opens late filing for all agencies of a period, and one files late', async ({ browser }) => {
  await portal.sql('UPDATE "Agency" SET "signOffRequired" = false WHERE id = $1', [agencyId]);
  await setDemonstrationClock(new Date(closesAt.getTime() + 3_600_000), portal.sql);
  const desk = await openAs(browser, portal, reporter);
  await desk.goto('/filing');
  await expect(desk.getByText('如需补报，请申请延期，或者联系主管处室。')).toBeVisible();

  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/chasing/late-filing?plan=${report.planCode}`);
  await expectToFitPhone(page);
  await page.getByRole('button', { name: '对所选单位开放补报' }).click();
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible();
  await page.getByRole('button', { name: '对全部1家单位开放补报' }).click();
  await expect(page.getByText('已对1家单位开放补报。')).toBeVisible();
  await expect(page.getByRole('row', { name: '填报中' })).toContainText('已开放');

  await desk.goto('/filing');
  await expect(desk.getByText('已过截止时间，可以补报，计为逾期补报')).toBeVisible();
  await desk.goto(`/filing/${report.id}/check`);
  await desk.getByRole('button', { name: '确认报送' }).click();
  await expect(desk.getByText('报送成功，请保存好回执。')).toBeVisible();
  await expect(desk.getByText('逾期补报').first()).toBeVisible();
});

test('the coordinator gives an agency an approver with a reason, and the password is shown once', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/officers/${agencyCodeOf(agencyId)}`);
  await page.locator('summary', { hasText: '增加角色或人员' }).click();
  const form = page.locator('form', { hasText: '确认增加' });
  await form.getByLabel('角色').selectOption('单位审核人');
  await form.getByLabel('人员', { exact: false }).selectOption('新人员（开通账号）');
  await form.getByLabel('姓名').fill('赵六');
  await form.getByLabel('用户名').fill(`zhao-${randomUUID().slice(0, 8)}`);
  await form.getByRole('button', { name: '确认增加' }).click();
  await expect(form.getByRole('alert').first()).toContainText('请写明理由');
  await form.getByLabel('理由').fill('单位来函：原审核人调离。');
  await form.getByRole('button', { name: '确认增加' }).click();
  await expect(page.getByRole('status').filter({ hasText: '一次性密码' })).toContainText(/\w{4}-\w{4}-\w{5}/);
  await expect(page.getByRole('row', { name: '赵六' })).toContainText('单位审核人');
  await expect(page.getByText('理由：单位来函：原审核人调离。').first()).toBeVisible();
  await expectToFitPhone(page);
});

test('an approver names a deputy, who files what waits for the approver', async ({ browser }) => {
  const approver = await portal.signIn('approver', agencyId);
  const page = await openAs(browser, portal, approver, { javaScriptEnabled: false });
  await page.goto('/filing/officers');
  await page.locator('summary', { hasText: '指定代理人' }).click();
  const form = page.locator('form', { hasText: '确认指定' });
  await form.getByLabel('代理人').selectOption({ label: `${reporter.userName}（${reporter.userName}）` });
  await form.getByLabel('开始日期').fill('2020-04-02');
  await form.getByLabel('结束日期').fill('2020-04-03');
  await form.getByRole('button', { name: '确认指定' }).click();
  await expect(page.getByText('代理中')).toBeVisible();

  const deputy = await openAs(browser, portal, reporter);
  await portal.sql(`UPDATE "Report" SET status = 'awaiting_sign_off' WHERE id = $1`, [report.id]);
  await deputy.goto(`/filing/${report.id}`);
  await deputy.getByRole('button', { name: '确认报送' }).click();
  await expect(deputy.getByText('报送成功，请保存好回执。')).toBeVisible();
  const division = await openAs(browser, portal, coordinator);
  await division.goto(`/review/${report.id}`);
  await expect(division.getByText(`${reporter.userName}（代${approver.userName}）`)).toBeVisible();
});
