import { type Browser, expect } from '@playwright/test';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import type { FilingEditor } from '../support/pages/filing-editor';
import { pressByKeyboard } from '../support/pages/filing-keyboard';
import { OfficerBrowser } from '../support/pages/officer-browser';
import { test } from '../support/pages/test';
import { blankEntry } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';

// Two officers of one agency work in one report, each in an own browser.

let portal: OwnPortal;
let report: MadeReport;
let reporter: Officer;
let approver: Officer;
let officerBrowser: OfficerBrowser;
let mine: FilingEditor;
let theirs: FilingEditor;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  report = await makeReport({ tasks: 6, entry: blankEntry, run: portal.sql });
  officerBrowser = new OfficerBrowser(portal, report.id);
  reporter = await portal.signIn('reporter', report.agencyId);
  approver = await portal.signIn('approver', report.agencyId);
  await portal.sql(`UPDATE "Account" SET "displayName" = '李四' WHERE id = $1`, [approver.accountId]);
});

test.afterAll(() => portal.stop());

test.beforeEach(async ({ browser }) => {
  const open = async (officer: Officer, on: Browser) => officerBrowser.open(await officerBrowser.signIn(on, officer));
  mine = await open(reporter, browser);
  theirs = await open(approver, browser);
});

test.afterEach(async () => {
  await Promise.all([mine, theirs].map(({ page }) => page.context().close()));
});

/** Lets the colleague save a section while another text for it is unsaved here, so that this save is refused. */
async function collide(number: number, ours: { theirs: string; mine: string }): Promise<void> {
  const field = mine.section(number, '工作进展情况');
  await field.fill(ours.mine);
  await theirs.section(number, '工作进展情况').fill(ours.theirs);
  await theirs.save.click();
  await expect(theirs.saved).toBeVisible();
  await mine.save.click();
  await expect(mine.conflict(field)).toBeVisible();
}

const progressOf = (number: number) => officerBrowser.stored(report.taskIds[number - 1], 'progress');

test('a second save of a section is refused, and both texts are shown with differences, merged and saved', async () => {
  const field = mine.section(1, '工作进展情况');
  await collide(1, { theirs: '完成招标。\n对方补充的一段。', mine: '完成招标。\n我补充的一段。' });
  expect(await progressOf(1)).toBe('完成招标。\n对方补充的一段。');
  await expect(field).toHaveValue('完成招标。\n我补充的一段。');
  const box = mine.conflict(field);
  await expect(box.getByRole('alert')).toHaveText(/^李四于 \d\d:\d\d 已先修改本栏，您填写的内容尚未提交。$/);
  await expect(box).toContainText('李四保存的内容');
  await expect(box.locator('del')).toContainText('对方');
  await expect(box.locator('ins')).toContainText('我');
  await expect(mine.status(field)).toHaveText('李四已修改本栏，请选择保留哪一份');
  await expect(mine.bar).toHaveText('有 1 栏与已保存的内容不一致，请选择保留哪一份');
  await mine.saveAndCheck.click();
  await expect(field).toBeFocused();
  await expectNoBarriers(mine.page);
  await expectToFitPhone(mine.page);

  await pressByKeyboard(mine.page, box.getByRole('button', { name: '合并两份' }));
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('完成招标。\n对方补充的一段。\n我补充的一段。');
  await expect(mine.saved).toBeVisible();
  await expect(box).toHaveCount(0);
  await expect(theirs.section(1, '工作进展情况')).toHaveValue('完成招标。\n对方补充的一段。\n我补充的一段。');
  expect(await progressOf(1)).toBe('完成招标。\n对方补充的一段。\n我补充的一段。');
});

test('keeping the own text replaces the version that was shown, and not a later one', async () => {
  const field = mine.section(2, '工作进展情况');
  await collide(2, { theirs: '对方的第一稿。', mine: '我的一稿。' });
  await theirs.section(2, '工作进展情况').fill('对方的第二稿。');
  await theirs.save.click();
  await expect(mine.conflict(field)).toContainText('对方的第二稿。');
  await mine.conflict(field).getByRole('button', { name: '保留我填写的' }).click();
  await expect(mine.saved).toBeVisible();
  await officerBrowser.untilStored(report.taskIds[1], 'progress', '我的一稿。');
  await expect(theirs.section(2, '工作进展情况')).toHaveValue('我的一稿。');
});

test("taking the colleague's text leaves it as it is stored, and it can be edited further", async () => {
  const field = mine.section(3, '工作进展情况');
  await collide(3, { theirs: '对方的稿子。', mine: '我的稿子。' });
  await mine.conflict(field).getByRole('button', { name: '采用已保存的' }).click();
  await expect(field).toHaveValue('对方的稿子。');
  await expect(mine.bar).not.toContainText('请选择保留哪一份');
  await field.press('End');
  await field.pressSequentially('接着写。');
  await mine.save.click();
  await expect(mine.saved).toBeVisible();
  expect(await progressOf(3)).toBe('对方的稿子。接着写。');
});

test('a light that two officers set differently is resolved by choosing one of the two', async () => {
  await mine.page.context().setOffline(true);
  await mine.light(4, '受阻').check();
  await theirs.light(4, '正常').check();
  await theirs.save.click();
  await expect(theirs.saved).toBeVisible();
  await mine.page.context().setOffline(false);
  const box = mine.task(4).getByText('已先修改本栏').locator('..');
  await expect(box).toContainText('正常');
  await expect(box.getByRole('button')).toHaveText(['保留我填写的', '采用已保存的']);
  await box.getByRole('button', { name: '保留我填写的' }).click();
  await expect(mine.saved).toBeVisible();
  await officerBrowser.untilStored(report.taskIds[3], 'light', 'blocked');
  await expect(theirs.light(4, '受阻')).toBeChecked();
});

test("untouched fields follow a colleague's save, while the focused field keeps its text and its cursor", async () => {
  const held = mine.section(5, '工作进展情况');
  await held.fill('光标在这里。');
  await mine.save.click();
  await expect(theirs.section(5, '工作进展情况')).toHaveValue('光标在这里。');
  await held.evaluate((area: HTMLTextAreaElement) => {
    area.focus();
    area.setSelectionRange(2, 4);
  });
  await theirs.section(5, '工作进展情况').fill('同事改写了这一栏。');
  await theirs.section(5, '取得成效').fill('同事写的成效。');
  await theirs.task(5).getByLabel('无存在问题').check();
  await theirs.save.click();
  await expect(mine.section(5, '取得成效')).toHaveValue('同事写的成效。');
  await expect(mine.task(5).getByLabel('无存在问题')).toBeChecked();
  await expect(mine.status(mine.section(5, '取得成效'))).toHaveText(/由李四保存$/);
  await expect(held).toBeFocused();
  const state = await held.evaluate((area: HTMLTextAreaElement) => [
    area.value,
    area.selectionStart,
    area.selectionEnd,
    document.activeElement === area,
  ]);
  expect(state).toEqual(['光标在这里。', 2, 4, true]);
  // Taking over a colleague's text is not writing, so the colleague still sees the old task.
  await expect(theirs.task(5)).toContainText('正在填写这项任务');
  await mine.section(6, '取得成效').focus();
  await expect(held).toHaveValue('同事改写了这一栏。');
});

test('a page refreshed from the server does not change the field under the cursor', async () => {
  const held = mine.section(6, '存在问题');
  await held.focus();
  await theirs.section(6, '存在问题').fill('同事写的问题。');
  await theirs.save.click();
  await expect(theirs.saved).toBeVisible();
  await portal.sql(`UPDATE "Task" SET text = '改过的任务' WHERE id = $1`, [report.taskIds[5]]);
  await portal.sql(
    `INSERT INTO "Event" (name, "reportId", "accountId", detail) VALUES ('extension-requested', $1, $2, '{}')`,
    [report.id, approver.accountId],
  );
  await expect(mine.task(6)).toContainText('改过的任务');
  await held.pressSequentially('我');
  await expect(held).toHaveValue('我');
  await mine.save.click();
  await expect(mine.conflict(held)).toContainText('同事写的问题。');
});

test('a form sent before scripts run that meets a newer save becomes a conflict and overwrites nothing', async () => {
  const { page } = mine;
  const field = mine.section(6, '取得成效');
  await page.route('**/_next/static/**', (route) => route.abort());
  await page.goto(page.url());
  await field.fill('脚本运行前写的。');
  await theirs.section(6, '取得成效').fill('同事先保存的。');
  await theirs.save.click();
  await expect(theirs.saved).toBeVisible();
  await page.unroute('**/_next/static/**');
  await mine.save.click();
  await expect(mine.problem).toContainText('有 1 栏已被修改');
  await expect(mine.conflict(field)).toContainText('同事先保存的。');
  await expect(field).toHaveValue('脚本运行前写的。');
  expect(await officerBrowser.stored(report.taskIds[5], 'results')).toBe('同事先保存的。');
});
