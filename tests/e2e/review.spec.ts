import { expect } from '@playwright/test';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { pressByKeyboard, tabTo, typeByKeyboard } from '../support/pages/filing-keyboard';
import { ReviewDesk } from '../support/pages/review-desk';
import { ReviewReport } from '../support/pages/review-report';
import { anotherPerson, signInAs } from '../support/pages/review-sign-in';
import { test } from '../support/pages/test';

// In the demonstration these agencies have filed the first quarter, and their reviews have not begun.
const filed = { returned: '市市场监管委', contested: '市教委' };
const underReview = '市政务服务办';

test('reports that need action come first and are counted, and filters need no script', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page, 'reviewer');
  const desk = new ReviewDesk(page);
  await expect(page.getByText('2020年第一季度报送截止时间：2020年4月3日（周五）24:00')).toBeVisible();
  await expect.poll(() => desk.agencies()).toHaveLength(16);
  await expect.poll(() => desk.agencies()).toContain('天津证监局');
  await expect.poll(async () => (await desk.agencies())[0]).toBe(filed.contested);

  await desk.count('退回修改').click();
  await expect.poll(() => desk.agencies()).toContain('市委网信办');
  await page.getByLabel('状态').selectOption('已审核');
  await page.getByLabel('单位名称').fill('文化');
  await page.getByRole('button', { name: '查询' }).click();
  await expect.poll(() => desk.agencies()).toEqual(['市文化和旅游局']);
  await page.goto('/review?plan=%00&quarter=x&status=x&page=0&search=%25');
  await expect.poll(() => desk.agencies()).toEqual([]);
});

test('a report is returned with a reason for a task and a working day, and the agency reads the reason', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'reviewer');
  await new ReviewDesk(page).openReport(filed.returned);
  const report = new ReviewReport(page);
  await expectNoBarriers(page);
  await report.returning.click();
  await expect(report.problem).toContainText('请写明理由');

  const reason = '请补充资助项目的数量和金额。';
  await report.reason(1).fill(reason);
  expect(await report.returnDueOn.days()).not.toContain('2020-04-11');
  await report.returnDueOn.choose('2020-04-11');
  await report.returning.click();
  await expect(report.problem).toContainText('2020年4月11日不是工作日');
  await expect(report.problem).toBeInViewport();
  await expect(report.reason(1)).toHaveValue(reason);
  await expect(report.returnDueOn.field).toHaveValue('2020-04-11');
  await expectNoBarriers(page);

  await report.returnDueOn.choose('2020-04-10');
  await report.returning.click();
  await expect(report.done('已退回单位修改')).toBeVisible();
  await expect(report.task(1)).toContainText(reason);
  await expect(page.getByText('修改截止日期：2020年4月10日')).toBeVisible();
  await expectNoBarriers(page);

  const agency = await anotherPerson(browser, 'agency11');
  await agency.getByRole('link', { name: '按意见修改' }).click();
  await expect(agency.getByText(reason)).toBeVisible();
});

test('a step from a page that is out of date is refused, and the text that was typed there is kept', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'reviewer');
  await new ReviewDesk(page).openReport(filed.contested);
  const slow = new ReviewReport(page);
  await slow.reason(2).fill('我正在写的意见。');

  const other = await anotherPerson(browser, 'coordinator');
  await other.goto(page.url());
  const quick = new ReviewReport(other);
  await quick.reason(1).fill('先写下的意见。');
  await quick.begin.click();
  await expect(quick.done('已开始审核')).toBeVisible();
  await expect(quick.reason(1)).toHaveValue('先写下的意见。');

  await slow.returning.click();
  await expect(slow.problem).toContainText('已被他人修改');
  await expect(slow.reason(2)).toHaveValue('我正在写的意见。');
});

test('a report is accepted by keyboard alone, after a confirmation if a reason for a return was written', async ({
  page,
}) => {
  await signInAs(page, 'reviewer');
  await tabTo(page, new ReviewDesk(page).row(underReview).getByRole('link'));
  await page.keyboard.press('Enter');
  const report = new ReviewReport(page);
  await typeByKeyboard(page, report.reason(1), '数字再核对一下。');
  await pressByKeyboard(page, report.accept);
  await expect(report.problem).toContainText('已写下退回意见');
  await page.keyboard.press('Enter');
  await expect(report.done('已审核通过')).toBeVisible();
  await expectNoBarriers(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 740 } });

  test('the pages of the review need no sideways scrolling', async ({ page }) => {
    await signInAs(page, 'coordinator');
    const desk = new ReviewDesk(page);
    await desk.openReport('市文化和旅游局');
    const report = page.url();
    for (const address of ['/review', '/review?view=grid', '/review/extensions', report, `${report}/publication`]) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
      await expectNoBarriers(page);
    }
  });
});
