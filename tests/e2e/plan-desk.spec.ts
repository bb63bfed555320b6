import { expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { storeApril } from '../support/year';

let portal: OwnPortal;
let coordinator: Officer;
let report: MadeReport;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await storeApril(portal.sql);
  await setDemonstrationClock(now, portal.sql);
  coordinator = await portal.signIn('coordinator');
  report = await makeReport({ run: portal.sql });
});

test.afterAll(() => portal.stop());

test('a coordinator copies a plan, sees the dates of a rule while it is edited, issues it and skips a period', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/plans/${report.planCode}`);
  await page.getByRole('link', { name: '据此编制下一年计划' }).click();
  await page.getByLabel('编号').fill('neu-2021');
  await page.getByLabel('标题').fill('2021年试验计划');
  await page.getByRole('button', { name: '存为草稿' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2021年试验计划');
  await expectNoBarriers(page);

  await page.getByRole('link', { name: '截止规则', exact: true }).click();
  await page.getByLabel('第几个工作日', { exact: true }).fill('5');
  await page.getByLabel('截止时点').fill('17:00');
  await expect(page.getByText('2020年4月8日（周三）17:00')).toBeVisible();
  await page.getByRole('button', { name: '保存截止规则' }).click();
  await expect(page.getByText('截止规则已保存。')).toBeVisible();
  await expect(page.getByText('每季度结束后，于下一季度第5个工作日（含当日）17:00前报送')).toBeVisible();

  await page.getByRole('link', { name: '概况', exact: true }).click();
  await page.getByRole('button', { name: '下达本计划' }).click();
  await expect(page.getByText('本计划已下达，已通知各单位。')).toBeVisible();
  await page.getByRole('link', { name: '报送周期', exact: true }).click();
  await page.getByText('调整2021年第二季度').click();
  await page.locator('#skip-period-2021Q2-reason').fill('合并报送');
  await page.getByRole('button', { name: '免于报送' }).click();
  await expect(page.getByText('2021年第二季度：免于报送已办理。')).toBeVisible();
  await expectToFitPhone(page);
  await page.getByRole('link', { name: '记录', exact: true }).click();
  await expect(page.getByRole('row', { name: /免于报送.*合并报送/ })).toBeVisible();
});

test('pages of a plan open for the roles of its office alone', async () => {
  const agencyId = await makeAgency(portal.sql);
  const pages = ['', '/periods', '/rule', '/history'].map((section) => `/plans/${report.planCode}${section}`);
  const foreign = await portal.signIn('coordinator');
  await portal.sql('UPDATE "Account" SET "allOffices" = false WHERE id = $1', [foreign.accountId]);
  const outsiders = [foreign, await portal.signIn('reporter', agencyId), await portal.signIn('system_administrator')];
  const readers = [coordinator, await portal.signIn('reviewer'), await portal.signIn('leader')];
  for (const page of pages) {
    for (const reader of readers) expect([page, (await reader.request(page)).status]).toEqual([page, 200]);
    for (const outsider of outsiders) expect([page, (await outsider.request(page)).status]).toEqual([page, 404]);
  }
  expect((await outsiders[1]?.request('/plans'))?.status).toBe(404);
  expect((await readers[1]?.request('/plans/new'))?.status).toBe(404);
  expect((await readers[0]?.request('/plans/new'))?.status).toBe(200);
});
