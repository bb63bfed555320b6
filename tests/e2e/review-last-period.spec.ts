import { expect } from '@playwright/test';
import { makeNextReport } from '../support/next-period';
import { OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { completeEntry } from '../support/report-states';
import { makeReport } from '../support/reports';

// The division compares the filed second quarter of a task with the first.

const planned = '完成设备采购招标，启动二期厂房建设，组织两次专家评审。';
let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test("the division reads the last period's plan beside this period's progress, and sees which sections repeat in the last period", async ({
  page,
}) => {
  const earlier = await makeReport({
    status: 'accepted',
    tasks: 1,
    entry: { ...completeEntry, nextSteps: planned },
    run: portal.sql,
  });
  const written = { ...completeEntry, progress: '招标已完成。', nextSteps: planned };
  const reportId = await makeNextReport(earlier, written, portal.sql, 'filed');
  const reviewer = await portal.signIn('reviewer');
  await page.setContent(await reviewer.page(`/review/${reportId}`));
  const task = page.getByRole('article');
  await expect(task.getByRole('heading', { name: '2020年第一季度提出的下一步工作' })).toBeVisible();
  await expect(task.getByText(planned)).toHaveCount(2);
  await expect(page.getByRole('heading', { name: '有 3 处与上季度内容相同或相近' })).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: '下一步工作（完全相同）' }).getByRole('link'),
  ).toHaveAttribute('href', /^#task-/);
  await expect(task.getByText('与2020年第一季度完全相同')).toHaveCount(3);
  await expect(page.getByText('有 3 处与上季度内容相同或相近，见“报告内容”开头的清单。')).toBeVisible();
});
