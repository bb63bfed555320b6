import { expect } from '@playwright/test';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { ReviewDesk } from '../support/pages/review-desk';
import { ReviewPublication } from '../support/pages/review-publication';
import { ReviewReport } from '../support/pages/review-report';
import { anotherPerson, signInAs } from '../support/pages/review-sign-in';
import { test } from '../support/pages/test';

const agency = '市农业农村委';
const task = '/tasks/2020-19';

/** These words are in the demonstration's sample texts, each in one section. */
const words = {
  progress: '一季度制定了工作方案',
  problems: '部分企业复工延迟',
  results: '形成阶段性成果清单',
  nextSteps: '二季度将加快项目落地',
};

test('a report is accepted, proposed, checked by another account and withdrawn, and a stranger finds exactly the chosen sections', async ({
  page,
  browser,
}) => {
  test.slow();
  const stranger = await anotherPerson(browser);
  /** Collects all that the portal sends a stranger on the task: the page, its data for the router, the API. */
  const publicAnswers = async () => {
    const answers = [
      await stranger.request.get(task),
      await stranger.request.get(task, { headers: { RSC: '1' } }),
      await stranger.request.get('/agencies/07'),
      await stranger.request.get('/api/v1/plans/2020/tasks'),
    ];
    return (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
  };
  await stranger.goto(task);
  await expect(stranger.getByText('审核中，尚未公开')).toBeVisible();

  await signInAs(page, 'coordinator');
  await new ReviewDesk(page).openReport(agency);
  const report = new ReviewReport(page);
  await report.accept.click();
  await expect(report.done('已审核通过')).toBeVisible();
  await page.getByRole('link', { name: '提请公开' }).click();

  const proposing = new ReviewPublication(page);
  await expect(proposing.section('工作进展情况')).toBeChecked();
  await expect(proposing.section('存在问题')).not.toBeChecked();
  await expectNoBarriers(page);
  await proposing.propose.click();
  await expect(proposing.done('已提请公开，等待另一人确认')).toBeVisible();
  await expect(page.getByText('这份公开由您提请，须由另一人确认。')).toBeVisible();
  await expect(proposing.confirm).toHaveCount(0);
  expect(await (await stranger.request.get(task)).text()).not.toContain(words.progress);

  const checker = await anotherPerson(browser, 'leader');
  await checker.goto(new URL(page.url()).pathname);
  const checking = new ReviewPublication(checker);
  await expect(checker.getByText(words.results).first()).toBeVisible();
  await expectNoBarriers(checker);
  await checking.confirm.click();
  await expect(checking.problem).toContainText('已逐项审查，可以公开：请填写此项');
  await checking.isChecked.check();
  await checking.secrecyReviewedOn.fill('2020-04-01');
  await checking.confirm.click();
  await expect(checking.problem).toContainText('审查日期不能早于审核通过之日（2020年4月2日）');
  await checking.secrecyReviewedOn.fill('2020-04-02');
  await checking.confirm.click();
  await expect(checking.done('已确认公开')).toBeVisible();
  await expectNoBarriers(checker);

  await stranger.goto(task);
  await expect(stranger.getByText(words.progress)).toBeVisible();
  await expect(stranger.getByText(words.results)).toBeVisible();
  await expect(stranger.getByText('已公开', { exact: true })).toBeVisible();
  const answers = await publicAnswers();
  for (const inside of [words.problems, words.nextSteps, '演示领导', '演示填报人07', '退回']) {
    expect(answers).not.toContain(inside);
  }

  await checking.withdraw();
  await expect(checking.done('已撤回公开')).toBeVisible();
  await stranger.goto(task);
  await expect(stranger.getByText('已撤回（2020年4月2日）')).toBeVisible();
  expect(await (await stranger.request.get(task)).text()).not.toContain(words.progress);

  await checker.getByLabel('撤回的理由').fill('个别表述不准确。');
  await checker.getByRole('button', { name: '提交理由' }).click();
  await expect(checking.done('撤回的理由已记录')).toBeVisible();
  await expect(checker.getByText('理由：个别表述不准确。')).toBeVisible();
});

test('a request for an extension is granted for fewer days, with a reason', async ({ page, browser }) => {
  const officer = await anotherPerson(browser, 'agency16');
  await officer.getByRole('link', { name: '申请延期' }).click();
  await officer.getByLabel('延期原因').fill('数据下周才能核实。');
  await officer.getByLabel('希望延到的日期').fill('2020-04-10');
  await officer.getByRole('button', { name: '提交申请' }).click();
  await expect(officer.getByText('申请已提交')).toBeVisible();

  await signInAs(page, 'coordinator');
  await page.goto('/review/extensions');
  const request = page.getByRole('article', { name: '天津证监局' });
  await expect(request).toContainText('数据下周才能核实。');
  await request.getByRole('button', { name: '提交办理结果' }).click();
  await expect(request.getByRole('alert')).toContainText('办理意见：请填写此项');
  await request.getByRole('radio', { name: '同意延期', exact: true }).check();
  await request.getByLabel('延期至').fill('2020-04-09');
  await request.getByLabel('理由').fill('请提前一天。');
  await expectNoBarriers(page);
  await request.getByRole('button', { name: '提交办理结果' }).click();
  await expect(page.getByText('同意延期至2020年4月9日（申请2020年4月10日）')).toBeVisible();
  await expectNoBarriers(page);
});
