import { expect } from '@playwright/test';
import { OwnPortal } from '../support/own-portal';
import { openAs } from '../support/pages/own-person';
import { test } from '../support/pages/test';
import { makeReport } from '../support/reports';

// The coordinator gives a plan sections of its own, and an officer of its agency writes in them.

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test('the coordinator edits the form of a plan while seeing what officers will see, and an officer finds it so', async ({
  browser,
}) => {
  const report = await makeReport({ status: 'not_started', tasks: 1, run: portal.sql });
  const reporter = await portal.signIn('reporter', report.agencyId);
  const coordinator = await portal.signIn('coordinator');
  const page = await openAs(browser, portal, coordinator, `/plans/${report.planCode}/form`);
  const section = (number: number) => page.getByRole('group', { name: `栏目 ${number}`, exact: true });
  const preview = page.locator('[data-form-preview]');
  await expect(preview.getByLabel('取得成效')).toBeVisible();
  await page.getByRole('button', { name: '删除：取得成效' }).click();
  await page.getByRole('button', { name: '增加“需领导协调事项”' }).click();
  await page.getByRole('button', { name: '上移：需领导协调事项' }).click();
  await section(1).getByLabel('栏目名称').fill('举措落实');
  await section(1).getByLabel('字数上限').fill('5');
  await section(2).getByLabel('勾选的文字').fill('暂无问题');
  await page.getByLabel('每项任务报告进度灯').uncheck();
  await expect(preview.getByLabel('举措落实')).toBeVisible();
  await expect(preview.getByLabel('取得成效')).toHaveCount(0);
  await expect(preview.getByLabel('暂无问题')).toBeVisible();
  await expect(preview.getByRole('group', { name: '进度灯' })).toHaveCount(0);
  await page.getByRole('button', { name: '保存填报内容' }).click();
  await expect(section(1).getByText('请填 20 至 3000 的整数。')).toBeVisible();
  await expect(section(1).getByLabel('栏目名称')).toHaveValue('举措落实');
  await section(1).getByLabel('字数上限').fill('500');
  await page.getByRole('button', { name: '保存填报内容' }).click();
  await expect(page.getByText('填报内容已保存。')).toBeVisible();

  const editor = await openAs(browser, portal, reporter, '/filing');
  await editor.getByRole('button', { name: '开始填报' }).click();
  await expect(editor.getByLabel('举措落实')).toBeVisible();
  await expect(editor.getByLabel('需领导协调事项（选填）')).toBeVisible();
  await editor.getByLabel('暂无问题').check();
  await editor.getByLabel('举措落实').fill('举措一已经落实。');
  const stored = async () =>
    (await portal.sql('SELECT content FROM "Entry" WHERE "reportId" = $1', [report.id]))[0]?.content;
  await expect.poll(stored).toMatchObject({ progress: '举措一已经落实。', noProblems: true });

  await page.reload();
  await expect(page.getByText('已有单位开始填报，填报内容不能再改')).toBeVisible();
  await expect(page.getByRole('button', { name: '保存填报内容' })).toHaveCount(0);
  await expect(page.getByRole('row', { name: /举措落实/ })).toBeVisible();
});
