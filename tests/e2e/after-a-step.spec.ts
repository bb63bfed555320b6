import { expect } from '@playwright/test';
import { furnishDivision } from '../support/division-desk';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { pressByKeyboard } from '../support/pages/filing-keyboard';
import { openAs, signInNamed, spoken } from '../support/pages/own-person';
import { ReviewReport } from '../support/pages/review-report';
import { test } from '../support/pages/test';
import { makeReport } from '../support/reports';
import { storeApril } from '../support/year';

let portal: OwnPortal;
let coordinator: Officer;
let pages: Record<string, string>;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await storeApril(portal.sql);
  coordinator = await signInNamed(portal, 'coordinator', '李四');
  pages = await furnishDivision(portal);
});

test.afterAll(() => portal.stop());

const addressOf = (pattern: string) => pages[pattern] ?? '';

test('going back after an acceptance leads to the list and not to the outdated report', async ({ browser }) => {
  const { id, planCode } = await makeReport({ status: 'filed', run: portal.sql });
  const page = await openAs(browser, portal, coordinator, `/review?plan=${planCode}`);
  await page.goto(`${portal.url}/review/${id}`);
  const report = new ReviewReport(page);
  await report.accept.click();
  await expect(report.done('已审核通过')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(`${portal.url}/review?plan=${planCode}`);
});

test('requests for an extension are decided one by one, and the list is up to date after each decision', async ({
  browser,
}) => {
  for (let count = 0; count < 2; count += 1) await makeReport({ extensionPending: true, run: portal.sql });
  const page = await openAs(browser, portal, coordinator, '/review/extensions');
  const requests = page.getByRole('article');
  const count = await requests.count();
  for (const left of [count - 1, count - 2]) {
    await requests.first().getByLabel('不同意延期').check();
    await requests.first().getByLabel('理由', { exact: false }).last().fill('不延期');
    await requests.first().getByRole('button', { name: '提交办理结果' }).click();
    await expect(requests).toHaveCount(left);
  }
});

test('a step by keyboard that takes its own button away leaves the focus on its message or on its passage', async ({
  browser,
}) => {
  const { id } = await makeReport({ status: 'filed', run: portal.sql });
  const page = await openAs(browser, portal, coordinator, `/review/${id}`);
  await pressByKeyboard(page, new ReviewReport(page).begin);
  await expect(spoken(page, '已开始审核')).toBeFocused();

  await page.goto(portal.url + addressOf('/review/summaries/[summaryId]'));
  const edit = page.locator('summary').filter({ hasText: '修改' }).filter({ hasText: '工作进展情况' }).first();
  await pressByKeyboard(page, edit);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('改写');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(edit).toBeFocused();
  await pressByKeyboard(page, page.getByRole('button', { name: '恢复原文' }));
  await expect(page.getByText('已恢复原文。')).toBeFocused();

  await portal.sql(
    `INSERT INTO "Notification" (id, "accountId", kind, cause, subject, body, link, "createdAt")
     VALUES (gen_random_uuid(), $1, 'decision', 'test', '一条站内信', '内容', '/review', portal_now())`,
    [coordinator.accountId],
  );
  await page.goto(`${portal.url}/messages`);
  await pressByKeyboard(page, page.getByRole('listitem').getByRole('button', { name: '标为已读：一条站内信' }));
  await expect(page.getByRole('listitem').getByText('已标为已读。')).toBeFocused();
});

test('an unknown address of the desk shows a page that leads back to it', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator, '/review/nothing');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到这个页面');
  await expect(page.getByRole('main')).toHaveCount(1);
  await expectNoBarriers(page);
  await page.getByRole('link', { name: '返回工作台' }).click();
  await expect(page).toHaveURL(/\/review$/);
});

test('going back after a draft was deleted skips the deleted draft', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator, '/review/summaries');
  await page.goto(portal.url + addressOf('/review/summaries/[summaryId]'));
  await page.locator('summary').filter({ hasText: '删除' }).click();
  await page.getByRole('button', { name: '确认删除' }).click();
  await expect(page).toHaveURL(/deleted=yes/);
  await page.goBack();
  await expect(page).toHaveURL(`${portal.url}/review/summaries`);
});

test('a file that does not exist is answered with 404 and a Chinese sentence', async () => {
  const nothing = '018f0000-0000-7000-8000-000000000001';
  for (const address of [
    `/review/documents/${nothing}/file`,
    `/review/summaries/${nothing}/export`,
    `/filing/${nothing}/versions/1/document`,
    `/api/evidence/${nothing}`,
  ]) {
    const answer = await coordinator.request(address);
    expect([address, answer.status]).toEqual([address, 404]);
    expect(await answer.text()).toContain('没有找到这个文件');
  }
});

test('a list page beyond the last one shows the last one', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator, '/review?quarter=all&page=9');
  await expect(page.getByText(/^共 \d+ 份报告$/)).toBeVisible();
  await expect(page.getByText('第 9 /')).toHaveCount(0);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
});
