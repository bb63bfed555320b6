import { expect } from '@playwright/test';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { pressByKeyboard, tabTo, typeByKeyboard } from '../support/pages/filing-keyboard';
import { makeDesk } from '../support/pages/own-desk';
import { openAs, signInNamed } from '../support/pages/own-person';
import { ReviewDesk } from '../support/pages/review-desk';
import { test } from '../support/pages/test';
import type { MadeReport } from '../support/reports';

let portal: OwnPortal;
let report: MadeReport;
let reviewer: Officer;
let coordinator: Officer;
let officer: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  const reports = await makeDesk(portal, [
    { agency: '市教委', status: 'filed' },
    { agency: '市民政局', status: 'filed' },
  ]);
  [report] = reports as [MadeReport];
  reviewer = await signInNamed(portal, 'reviewer', '张三');
  coordinator = await signInNamed(portal, 'coordinator', '李四');
  officer = await portal.signIn('reporter', report.agencyId);
});

test.afterAll(() => portal.stop());

test('remarks are shown at their section, and the agency reads only those for it', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer, `/review/${report.id}`);
  const section = page.getByRole('article').getByRole('heading', { name: '取得成效' }).locator('xpath=../..');
  const open = page.locator('summary').filter({ hasText: '写批注' }).filter({ hasText: '“取得成效”' });
  await expect(page.getByText('对整项任务写批注').first()).toBeVisible();
  await open.click();
  const text = page.getByRole('textbox', { name: /“取得成效”的批注/ });
  const write = page.getByRole('button', { name: '写下批注' }).and(page.locator(':visible'));
  await write.click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('批注');
  await text.fill('内部：数量待核。');
  await write.click();
  await expect(page.getByText('批注已写下。')).toBeVisible();
  await expect(text).toHaveCount(0);
  await open.click();
  await expect(text).toHaveValue('');
  await text.fill('下季度请附企业名单。');
  await page.getByLabel('给单位', { exact: true }).and(page.locator(':visible')).check();
  await write.click();
  await expect(section.getByText('下季度请附企业名单。')).toBeVisible();
  await expect(section.getByText('内部：数量待核。')).toBeVisible();
  await expectNoBarriers(page);

  const agency = await openAs(browser, portal, officer, `/filing/${report.id}/versions/1`, 375);
  await expect(agency.getByText('下季度请附企业名单。')).toBeVisible();
  await expect(agency.getByText('内部：数量待核。')).toHaveCount(0);
  await expectNoBarriers(agency);
  await expectToFitPhone(agency);

  await page.getByRole('button', { name: '撤回批注“下季度请附企业名单。”' }).click();
  await expect(page.getByText('批注已撤回。')).toBeVisible();
  await agency.reload();
  await expect(agency.getByText('下季度请附企业名单。')).toHaveCount(0);
});

test('a reviewer can list the assigned agencies only, and during a leave the stand-in has them', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, coordinator, '/review/assignment');
  await page.getByLabel('交给').selectOption({ index: 1 });
  await page.getByRole('button', { name: '分配勾选的单位' }).click();
  await expect(page.getByRole('alert').first()).toContainText('请填写此项');
  await expect(page.getByText('分工已保存。')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '市教委' }).check();
  await page.getByLabel('交给').selectOption({ label: '张三（0家）' });
  await page.getByRole('button', { name: '分配勾选的单位' }).click();
  await expect(page.getByText('分工已保存。')).toBeVisible();
  await expect(page.getByRole('row', { name: /市教委/ })).toContainText('张三');
  await expectNoBarriers(page);

  const mine = await openAs(browser, portal, reviewer, '/review');
  const desk = new ReviewDesk(mine);
  await expect.poll(() => desk.agencies()).toHaveLength(2);
  await mine.getByLabel('只看由我审核的').check();
  await mine.getByRole('button', { name: '查询' }).click();
  await expect(mine).toHaveURL(/reader=me/);
  await expect.poll(() => desk.agencies()).toEqual(['市教委']);

  await page.getByLabel(/请假人/).selectOption({ label: '张三' });
  await page.getByLabel(/代审人/).selectOption({ label: '张三' });
  await page.getByLabel(/开始日期/).fill('2020-04-02');
  await page.getByLabel(/结束日期/).fill('2020-04-03');
  await page.getByRole('button', { name: '登记代审' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('代审人不能是请假人本人');
  await page.getByLabel(/代审人/).selectOption({ label: '李四' });
  await page.getByRole('button', { name: '登记代审' }).click();
  await expect(page.getByText('张三：2020年4月2日至2020年4月3日，由李四代审')).toBeVisible();

  await mine.reload();
  await expect.poll(() => desk.agencies()).toEqual([]);
  await page.goto(`${portal.url}/review?reader=me`);
  await expect.poll(() => new ReviewDesk(page).agencies()).toEqual(['市教委']);
  const phone = await openAs(browser, portal, coordinator, '/review/assignment', 375);
  await expectNoBarriers(phone);
  await expectToFitPhone(phone);
});

test('by keyboard alone a remark is written and agencies are assigned to a reviewer', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer, `/review/${report.id}`);
  const text = page.getByRole('textbox', { name: /“下一步工作”的批注/ });
  await pressByKeyboard(page, page.locator('summary').filter({ hasText: '“下一步工作”的批注' }));
  await typeByKeyboard(page, text, '请写明时间节点。');
  // This goes from the text to the choice of the audience, whose second entry is the agency.
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await pressByKeyboard(page, page.getByRole('button', { name: '写下批注' }).and(page.locator(':visible')));
  await expect(page.getByText('批注已写下。')).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: '请写明时间节点。' })).toContainText('给单位的批注');

  const assignment = await openAs(browser, portal, coordinator, '/review/assignment');
  await tabTo(assignment, assignment.getByRole('checkbox', { name: '市民政局' }));
  await assignment.keyboard.press('Space');
  await tabTo(assignment, assignment.getByLabel('交给'));
  await assignment.keyboard.press('ArrowDown');
  await pressByKeyboard(assignment, assignment.getByRole('button', { name: '分配勾选的单位' }));
  await expect(assignment.getByText('分工已保存。')).toBeFocused();
  await expect(assignment.getByRole('row', { name: /市民政局/ })).not.toContainText('未分工');
});
