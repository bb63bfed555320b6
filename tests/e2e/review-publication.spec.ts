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

test('a report is accepted and published after the secrecy review, and a stranger finds exactly the chosen sections', async ({
  page,
  browser,
}) => {
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
  expect(await (await stranger.request.get(task)).text()).not.toContain(words.progress);

  await signInAs(page, 'coordinator');
  await new ReviewDesk(page).openReport(agency);
  const report = new ReviewReport(page);
  await report.accept.click();
  await expect(report.done('已审核通过')).toBeVisible();
  await page.getByRole('link', { name: '选择公开内容' }).click();

  const publication = new ReviewPublication(page);
  await expect(publication.section('工作进展情况')).toBeChecked();
  await expect(publication.section('存在问题')).not.toBeChecked();
  await publication.section('下一步工作').check();
  await expect(page.getByText(words.nextSteps).first()).toBeVisible();
  await publication.section('下一步工作').uncheck();
  await expect(page.getByText(words.nextSteps)).toHaveCount(0);
  await expectNoBarriers(page);

  await publication.publish.click();
  await expect(publication.problem).toContainText('保密审查人：请填写此项');
  await publication.checkSecrecy('保密审查员甲');
  await publication.publish.click();
  await expect(page.getByRole('status').filter({ hasText: '已公开' })).toBeVisible();
  await expectNoBarriers(page);

  await stranger.goto(task);
  await expect(stranger.getByText(words.progress)).toBeVisible();
  await expect(stranger.getByText(words.results)).toBeVisible();
  const answers = await publicAnswers();
  for (const inside of [words.problems, words.nextSteps, '保密审查员甲', '演示填报人', '退回']) {
    expect(answers).not.toContain(inside);
  }

  await publication.withdraw('个别表述不准确。');
  await expect(page.getByRole('status').filter({ hasText: '已撤回公开' })).toBeVisible();
  expect(await (await stranger.request.get(task)).text()).not.toContain(words.progress);
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
  await expect(request.getByRole('alert')).toContainText('理由：请填写此项');
  await request.getByRole('radio', { name: '同意延期', exact: true }).check();
  await request.getByLabel('延期至').fill('2020-04-09');
  await request.getByLabel('理由').fill('请提前一天。');
  await expectNoBarriers(page);
  await request.getByRole('button', { name: '提交办理结果' }).click();
  await expect(page.getByText('缩短，延至2020年4月9日')).toBeVisible();
  await expectNoBarriers(page);
});
