import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { Visitor } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { makeDesk } from '../support/pages/own-desk';
import { openAs, signInNamed, spoken } from '../support/pages/own-person';
import { ReviewReport } from '../support/pages/review-report';
import { test } from '../support/pages/test';
import type { MadeReport } from '../support/reports';

let portal: OwnPortal;
let filed: MadeReport;
let begun: MadeReport;
let draft: MadeReport;
let reviewer: Officer;
let coordinator: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  const reports = await makeDesk(portal, [
    { agency: '市教委', status: 'filed' },
    { agency: '市卫生健康委', status: 'filed' },
    { agency: '市民政局', status: 'draft' },
  ]);
  [filed, begun, draft] = reports as [MadeReport, MadeReport, MadeReport];
  reviewer = await signInNamed(portal, 'reviewer', '张三');
  coordinator = await signInNamed(portal, 'coordinator', '李四');
});

test.afterAll(() => portal.stop());

const present = (page: Page) => page.getByRole('list', { name: '同时在本报告中的人员' });

test('two reviewers of one report see each other, and the agency and the division do not see one another', async ({
  browser,
}) => {
  const writer = await signInNamed(portal, 'reporter', '赵六', draft.agencyId);
  const colleague = await signInNamed(portal, 'approver', '钱七', draft.agencyId);
  const editor = await openAs(browser, portal, writer, `/filing/${draft.id}`);
  const mine = await openAs(browser, portal, reviewer, `/review/${draft.id}`);
  const theirs = await openAs(browser, portal, coordinator, `/review/${draft.id}`, 375);
  await expect(present(mine)).toHaveText('李四也打开了本报告');
  await expect(present(theirs)).toHaveText('张三也打开了本报告');
  await expect(spoken(mine, '李四也打开了本报告')).toBeAttached();
  const second = await openAs(browser, portal, colleague, `/filing/${draft.id}`);
  await expect(present(editor)).toHaveText('钱七也打开了本报告');
  await expect(present(second)).toHaveText('赵六也打开了本报告');
  await expect(present(mine)).toHaveText('李四也打开了本报告');
  await expectNoBarriers(mine);
  await expectNoBarriers(theirs);
  await theirs.goto(`${portal.url}/review`);
  await expect(present(mine)).toBeHidden();
});

test('when a review begins, the open pages of the agency lose the withdrawal with a reason, and other reviewers are notified', async ({
  browser,
}) => {
  const officer = await portal.signIn('reporter', filed.agencyId);
  const desk = await openAs(browser, portal, officer, '/filing');
  const version = await openAs(browser, portal, officer, `/filing/${filed.id}/versions/1`, 375);
  const reading = await openAs(browser, portal, officer, `/filing/${filed.id}`);
  const pages = [desk, version, reading];
  for (const page of pages) await page.getByText('撤回', { exact: true }).click();
  await version.getByRole('button', { name: '确认撤回' }).focus();

  const page = await openAs(browser, portal, reviewer, `/review/${filed.id}`);
  const late = await openAs(browser, portal, coordinator, `/review/${filed.id}`);
  await expect(present(late)).toHaveText('张三也打开了本报告');
  const report = new ReviewReport(page);
  await report.begin.click();
  await expect(page.getByText(/张三于.*开始审核，单位不能再撤回/)).toBeVisible();
  for (const open of pages) {
    await expect(open.getByRole('button', { name: '确认撤回' })).toBeHidden();
    await expect(open.getByText('撤回', { exact: true })).toBeHidden();
    await expect(open.getByText('处室已开始审核，不能再撤回').first()).toBeVisible();
    await expect(spoken(open, '处室已开始审核，不能再撤回')).toBeAttached();
    await expectNoBarriers(open);
  }
  await expect(spoken(version, '处室已开始审核，不能再撤回')).toBeFocused();

  await expect(spoken(late, '本报告刚有变动：开始审核')).toBeVisible();
  await expectNoBarriers(late);
  await new ReviewReport(late).reason(1).fill('写到一半的意见。');
  await late.context().setOffline(true);
  await late.getByRole('button', { name: '更新本页' }).click();
  await expect(late.getByText('暂时连接不上服务器，本页没有更新')).toBeVisible();
  await expect(new ReviewReport(late).reason(1)).toHaveValue('写到一半的意见。');
  await late.context().setOffline(false);
  await late.getByRole('button', { name: '更新本页' }).click();
  await expect(late.getByText(/张三于.*开始审核/)).toBeVisible();
  await expect(late.getByText('本报告刚有变动')).toBeHidden();
  await expect(new ReviewReport(late).reason(1)).toHaveValue('写到一半的意见。');
});

test('keys lead to the next and previous report and accept at the second press, unless shortcuts are switched off', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, reviewer, '/review?status=filed');
  const heading = page.getByRole('heading', { level: 1 });
  const next = page.getByRole('link', { name: /^下一份/ });
  await page.getByRole('row', { name: '市教委' }).getByRole('link').click();
  await expect(heading).toContainText('市教委');
  await expect(page.getByText('已是清单中的第一份')).toBeVisible();
  await expect(next).toHaveAttribute('aria-keyshortcuts', 'N');
  await expectNoBarriers(page);
  await expectToFitPhone(page);

  await page.keyboard.press('n');
  await expect(heading).toContainText('市卫生健康委');
  await expect(page.getByText('已是清单中的最后一份')).toBeVisible();
  await page.keyboard.press('p');
  await expect(heading).toContainText('市教委');

  const report = new ReviewReport(page);
  await report.reason(1).focus();
  await page.keyboard.type('napan');
  await expect(report.reason(1)).toHaveValue('napan');
  await report.reason(1).fill('');
  await page.getByRole('checkbox', { name: '启用快捷键' }).uncheck();
  await expect(next).not.toHaveAttribute('aria-keyshortcuts');
  await page.keyboard.press('n');
  await page.keyboard.press('a');
  await expect(report.accept).not.toBeFocused();
  await expect(heading).toContainText('市教委');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: '启用快捷键' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: '启用快捷键' }).check();

  await page.keyboard.press('a');
  await expect(report.accept).toBeFocused();
  await expect(spoken(page, '再按一次 A 键')).toBeVisible();
  await report.accept.blur();
  await expect(spoken(page, '再按一次 A 键')).toBeHidden();
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await expect(report.done('已审核通过')).toBeVisible();
  await page.keyboard.press('n');
  await expect(heading).toContainText('市卫生健康委');
});

test('accounts that do not read all reports get 404 for the live updates of the review', async () => {
  const strangers = [
    await portal.signIn('reporter', begun.agencyId),
    await portal.signIn('auditor'),
    await portal.signIn('system_administrator'),
    new Visitor(portal.url),
  ];
  for (const stranger of strangers) {
    const addresses = ['/api/live/review', `/api/live/review/${begun.id}?tab=${randomUUID()}`];
    const answers = await Promise.all(addresses.map((address) => stranger.request(address)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  }
  expect((await reviewer.request(`/api/live/review/${randomUUID()}?tab=${randomUUID()}`)).status).toBe(404);
  expect((await reviewer.request(`/api/live/review/${begun.id}?tab=mine`)).status).toBe(400);
});
