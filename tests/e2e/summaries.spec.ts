import { expect } from '@playwright/test';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { SummaryPage } from '../support/pages/summary-page';
import { test } from '../support/pages/test';
import { type SummarizedPeriod, storeSummarizedPeriod, storeVersionOf } from '../support/summaries';

let portal: OwnPortal;
let period: SummarizedPeriod;
let reviewer: Officer;
let coordinator: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  [reviewer, coordinator] = [await portal.signIn('reviewer'), await portal.signIn('coordinator')];
});

test.beforeEach(async () => {
  period = await storeSummarizedPeriod(portal.sql);
});

test.afterAll(() => portal.stop());

test('a summary draft is made, edited, reordered and exported, and the report stays as it was filed', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, reviewer);
  const draft = await SummaryPage.make(page, period.planCode);
  await expectNoBarriers(page);
  await draft.edit(/甲局.*任务1 工作进展情况/, '改写的进展');
  await expect(page.getByText('已修改', { exact: true })).toHaveCount(1);
  await expect(page.getByText('改写的进展', { exact: true }).first()).toBeVisible();
  const step = page.getByRole('listitem').filter({ hasText: '修改文字' });
  await expect(step).toContainText(reviewer.userName);
  await page.getByText('查看原文').click();
  await expect(page.getByRole('paragraph').filter({ hasText: `甲局${period.planCode}进展1（第1版）` })).toBeVisible();
  await expectNoBarriers(page);

  await page.getByRole('link', { name: '调整顺序' }).click();
  await draft.expectOrder(period.planCode, ['甲局', '乙局']);
  await draft.handle('乙局').focus();
  await page.keyboard.press('ArrowUp');
  await draft.expectOrder(period.planCode, ['乙局', '甲局']);
  await expect(draft.handle('乙局')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '移到第1位' })).toBeAttached();
  await draft.rows().first().dragTo(draft.rows().last());
  await draft.expectOrder(period.planCode, ['甲局', '乙局']);
  await draft.rows().last().getByRole('button', { name: '上移' }).click();
  await draft.expectOrder(period.planCode, ['乙局', '甲局']);
  await expectNoBarriers(page);

  await page.getByRole('link', { name: '2020年第一季度重点任务进展情况汇总' }).click();
  const text = await draft.exported();
  expect(text).toMatch(/一、乙局[\s\S]*二、甲局[\s\S]*改写的进展/);
  expect(text).not.toContain('进展1（第1版）');
  expect(text).toContain('〔来源：');
  const html = await reviewer.page(`/review/${period.reports[0]?.id}`);
  expect(html).toContain('进展1（第1版）');
  expect(html).not.toContain('改写的进展');
});

test('another reviewer continues a draft, and of two edits of one passage the later is refused and its text kept', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, reviewer);
  const draft = await SummaryPage.make(page, period.planCode);
  const subject = /甲局.*任务1 存在问题/;
  const mine = await draft.openEdit(subject);
  await mine.getByRole('textbox').fill('审核员的写法');
  await expect(mine.getByText(/^已保存/)).toBeVisible();

  const second = await openAs(browser, portal, coordinator);
  await second.goto(`/review/summaries?plan=${period.planCode}`);
  await second.getByRole('link', { name: '2020年第一季度重点任务进展情况汇总' }).click();
  await new SummaryPage(second).edit(subject, '管理员的写法');
  await expect(second.getByText(`${coordinator.userName}，`).first()).toBeVisible();

  await mine.getByRole('button', { name: '保存修改' }).click();
  await expect(mine.getByRole('alert')).toContainText('已由他人改过');
  await expect(mine.getByRole('textbox')).toHaveValue('审核员的写法');
  await expect(page.getByText('管理员的写法', { exact: true })).toBeVisible();
  await expectNoBarriers(page);
  await mine.getByRole('button', { name: '保存修改' }).click();
  await expect(page.getByText('审核员的写法', { exact: true }).first()).toBeVisible();
  await expect(mine).not.toHaveAttribute('open');
  await draft.restore(subject).click();
  await expect(page.getByText('已修改', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('paragraph').filter({ hasText: `甲局${period.planCode}问题1（第1版）` })).toBeVisible();
});

test('an edit in an open form does not overwrite a newer one that arrived meanwhile', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer);
  const draft = await SummaryPage.make(page, period.planCode);
  const mine = await draft.openEdit(/甲局.*任务1 存在问题/);
  await mine.getByRole('textbox').fill('审核员的写法');
  await expect(mine.getByText(/^已保存/)).toBeVisible();
  const second = await openAs(browser, portal, coordinator);
  await second.goto(page.url());
  await new SummaryPage(second).edit(/甲局.*任务1 存在问题/, '管理员的写法');
  await expect(second.getByText('已修改', { exact: true })).toHaveCount(1);
  // Saving another passage refreshes the page, including the open form.
  await draft.edit(/甲局.*任务3 存在问题/, '另一处');
  await expect(page.getByText('管理员的写法', { exact: true })).toBeVisible();
  await mine.getByRole('button', { name: '保存修改' }).click();
  await expect(mine.getByRole('alert')).toContainText('已由他人改过');
  await expect(mine.getByRole('textbox')).toHaveValue('审核员的写法');
});

test('a draft by task offers a later version and a later report, and takes them only when told to', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, reviewer);
  await SummaryPage.make(page, period.planCode, { arrangement: '按重点任务' });
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['一、任务1', '二、任务2', '三、任务3']);
  await storeVersionOf(period.reports[0] as SummarizedPeriod['reports'][number], 2, {}, portal.sql);
  await portal.sql(`UPDATE "Report" SET status = 'accepted' WHERE id = $1`, [period.reports[2]?.id]);
  await page.reload();
  await expect(page.getByText('有 1 份有了新的报送内容')).toBeVisible();
  await expect(page.getByText('草稿用的仍是第1版').first()).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '换成第2版的内容' }).first().click();
  await expect(page.getByRole('paragraph').filter({ hasText: `甲局${period.planCode}进展1（第2版）` })).toBeVisible();
  await page.getByRole('button', { name: '补充汇入' }).click();
  await expect(page.getByRole('heading', { level: 3, name: '四、任务4' })).toBeVisible();
  await expect(page.getByText('草稿建立后有新的情况')).toHaveCount(0);
});

test('the texts and the sections of a draft are changed in place', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer);
  await SummaryPage.make(page, period.planCode);
  await page.getByText('修改标题、导语和结束语').click();
  await page.getByLabel('标题').fill('汇总（送审稿）');
  await page.getByLabel('结束语', { exact: true }).fill('特此报告。');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('汇总（送审稿）');
  await page.getByText('修改汇总范围').click();
  for (const section of ['工作进展情况', '存在问题', '取得成效', '下一步工作']) {
    await page.getByLabel(section, { exact: true }).uncheck();
  }
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('汇入的栏目');
  await expectNoBarriers(page);
  await page.getByLabel('存在问题', { exact: true }).check();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 5 })).toHaveText(['存在问题', '存在问题', '存在问题']);
});

test('without any script a draft is made, edited, restored, reordered and exported', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer, { javaScriptEnabled: false });
  const draft = await SummaryPage.make(page, period.planCode);
  await draft.edit(/甲局.*任务1 工作进展情况/, '改写的进展');
  await expect(page.getByText('已修改', { exact: true })).toHaveCount(1);
  await draft.restore(/甲局.*任务1 工作进展情况/).click();
  await expect(page.getByText('已修改', { exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: '调整顺序' }).click();
  await draft.rows().first().getByRole('button', { name: '下移' }).click();
  await draft.expectOrder(period.planCode, ['乙局', '甲局']);
  await page.getByLabel('把第几位').fill('1');
  await page.getByLabel('移到第几位').fill('2');
  await page.getByRole('button', { name: '移动', exact: true }).click();
  await draft.expectOrder(period.planCode, ['甲局', '乙局']);
  await draft.rows().first().getByRole('button', { name: '下移' }).click();
  await page.getByRole('button', { name: '恢复通知附件的顺序' }).click();
  await draft.expectOrder(period.planCode, ['甲局', '乙局']);
  await page.getByRole('link', { name: '2020年第一季度重点任务进展情况汇总' }).click();
  expect(await new SummaryPage(page).exported()).toContain('进展1（第1版）');
});

test('a draft is deleted after a confirmation, and a colleague who has it open is told at the next save and keeps the text', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, reviewer);
  const mine = await (await SummaryPage.make(page, period.planCode)).openEdit(/甲局.*任务1 存在问题/);
  await mine.getByRole('textbox').fill('审核员的写法');
  await expect(mine.getByText(/^已保存/)).toBeVisible();
  const second = await openAs(browser, portal, coordinator, { javaScriptEnabled: false });
  await second.goto(page.url());
  await second.getByText('删除草稿').click();
  await expect(second.getByText('已作的 1 处文字修改一并作废')).toBeVisible();
  await second.getByRole('button', { name: '确认删除' }).click();
  await expect(second.getByRole('status').filter({ hasText: '已删除草稿' })).toBeVisible();
  await expect(second.getByText('这个季度还没有汇总草稿')).toBeVisible();
  await mine.getByRole('button', { name: '保存修改' }).click();
  await expect(mine.getByRole('alert')).toContainText('这份草稿已被删除');
  await expect(mine.getByRole('textbox')).toHaveValue('审核员的写法');
  await expectNoBarriers(page);
});
