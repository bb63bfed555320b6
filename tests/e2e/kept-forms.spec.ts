import { expect } from '@playwright/test';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { holdScripts, untilHydrated } from '../support/pages/hydrated';
import { countKept } from '../support/pages/officer-browser';
import { openAs } from '../support/pages/own-portal-page';
import { SummaryPage } from '../support/pages/summary-page';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';
import { storeSummarizedPeriod } from '../support/summaries';

let portal: OwnPortal;
let coordinator: Officer;
let filed: MadeReport;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  coordinator = await portal.signIn('coordinator');
  filed = await makeReport({ status: 'filed', reviewBegun: true, run: portal.sql });
});

test.afterAll(() => portal.stop());

const putBack = '上次填写的内容已放回。';

test('what was typed into collapsed forms is put back, says so, and is gone once it is given up', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/${filed.id}`);
  const remark = page.locator('textarea[id^="remark-"]').first();
  await untilHydrated(remark);
  await page.locator('details').filter({ has: remark }).first().locator('summary').click();
  await remark.fill('数字待核。');
  await page.getByLabel('给单位', { exact: true }).first().check();
  await expect.poll(() => countKept(page)).toBe(2);
  await page.getByRole('link', { name: '站内信' }).click();
  await page.goto(`/review/${filed.id}`);
  await expect(remark).toBeVisible();
  await expect(remark).toHaveValue('数字待核。');
  await expect(page.getByLabel('给单位', { exact: true }).first()).toBeChecked();
  await expect(page.getByText(putBack)).toHaveCount(1);
  await expectNoBarriers(page);
  await expectToFitPhone(page);
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(remark).toHaveValue('');
  await expect(page.getByText(putBack)).toHaveCount(0);
  await expect.poll(() => countKept(page)).toBe(0);
});

test('text typed before the scripts run is kept too', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator);
  const load = await holdScripts(page);
  await page.goto('/review/summaries/new', { waitUntil: 'commit' });
  await page.getByLabel('结束语', { exact: true }).fill('早早写下的话。');
  load();
  await expect.poll(() => countKept(page)).toBe(1);
  await page.goto('/messages');
  await page.goto('/review/summaries/new');
  await expect(page.getByLabel('结束语', { exact: true })).toHaveValue('早早写下的话。');
});

test('a text is forgotten once its form is accepted', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/${filed.id}`);
  const reason = page.locator('textarea[name="reasons[0].text"]');
  await untilHydrated(reason);
  await reason.fill('请补充。');
  await expect.poll(() => countKept(page)).toBe(1);
  await page.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText('已退回单位修改')).toBeVisible();
  await expect.poll(() => countKept(page)).toBe(0);
});

test('a text whose field has changed since is offered beside what is stored now', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator);
  await page.goto('/account/channels');
  const address = page.getByRole('textbox', { name: '邮箱地址' });
  await untilHydrated(address);
  await address.fill('typed@example.org');
  await expect.poll(() => countKept(page)).toBe(1);
  await portal.sql(`UPDATE "Account" SET "mailAddress" = 'stored@example.org' WHERE id = $1`, [coordinator.accountId]);
  // A page that is opened anew, because a reload keeps the browser's own state of the fields.
  const again = await page.context().newPage();
  await page.close();
  await again.goto('/account/channels');
  await expect(again.getByText('上次填写的内容没有提交，此后本栏已有变化')).toBeVisible();
  await expect(again.getByRole('textbox', { name: '邮箱地址' })).toHaveValue('stored@example.org');
  await expect(again.getByRole('listitem').filter({ hasText: 'typed@example.org' })).toBeVisible();
  await expectNoBarriers(again);
  await again.getByRole('button', { name: '改用这一份：邮箱地址' }).click();
  await expect(again.getByRole('textbox', { name: '邮箱地址' })).toHaveValue('typed@example.org');
  await expect(again.getByText('此后本栏已有变化')).toHaveCount(0);
});

test('a passage of a summary saves itself, and never replaces what somebody else has stored since', async ({
  browser,
}) => {
  const { planCode } = await storeSummarizedPeriod(portal.sql);
  const page = await openAs(browser, portal, coordinator);
  const draft = await SummaryPage.make(page, planCode);
  const mine = await draft.openEdit(/甲局.*任务1 工作进展情况/);
  const text = mine.getByRole('textbox');
  await text.fill('写了一半');
  await expect(mine.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('写了一半', { exact: true }).first()).toBeVisible();
  await expect.poll(() => countKept(page)).toBe(0);
  await mine.locator('summary').click();
  await portal.sql(`UPDATE "SummaryPassage" p SET text = '他人的写法', version = version + 1 WHERE text = '写了一半'`);
  await text.fill('我接着写');
  await expect(mine.getByRole('alert')).toContainText('已由他人改过');
  await expect(text).toHaveValue('我接着写');
  await expect(page.getByText('他人的写法', { exact: true }).first()).toBeVisible();
  await mine.getByRole('button', { name: '保存修改' }).click();
  await expect(mine).not.toHaveAttribute('open');
  await expect(page.getByText('我接着写', { exact: true }).first()).toBeVisible();
});
