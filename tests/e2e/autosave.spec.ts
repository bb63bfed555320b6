import { expect } from '@playwright/test';
import { type Officer, OwnPortal, officerPassword } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { pressByKeyboard } from '../support/pages/filing-keyboard';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { countKept, nextSave, OfficerBrowser } from '../support/pages/officer-browser';
import { test } from '../support/pages/test';
import { blankEntry } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';

let portal: OwnPortal;
let report: MadeReport;
let reporter: Officer;
let officerBrowser: OfficerBrowser;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  report = await makeReport({ entry: blankEntry, run: portal.sql });
  reporter = await portal.signIn('reporter', report.agencyId);
  officerBrowser = new OfficerBrowser(portal, report.id);
});

const keptWords = '未保存，已留在本机';

test('a section is saved two seconds after the last key, or at once when it loses the focus, and shows its state', async ({
  browser,
}) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  const progress = editor.section(1, '工作进展情况');
  let answer = () => {};
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/fields', (route) => isHeld.then(() => route.continue()));

  const saved = nextSave(page);
  await progress.pressSequentially('完成前');
  const lastKey = Date.now();
  await progress.pressSequentially('期');
  await expect(editor.status(progress)).toHaveText(keptWords);
  await saved;
  expect(Date.now() - lastKey).toBeGreaterThanOrEqual(1_950);
  await expect(editor.status(progress)).toHaveText('正在保存');
  await expect(editor.bar).toHaveText('正在保存');
  answer();
  await expect(editor.status(progress)).toHaveText(/^已保存 \d\d:\d\d$/);
  await expect(editor.saved).toBeVisible();
  await expect(progress).toBeFocused();

  const left = nextSave(page);
  await progress.pressSequentially('工作。');
  const lastOfAll = Date.now();
  await page.keyboard.press('Tab');
  await left;
  expect(Date.now() - lastOfAll).toBeLessThan(1_900);
  await officerBrowser.untilStored(report.taskIds[0], 'progress', '完成前期工作。');
  await page.context().close();
});

test('text typed before and after the server was killed is saved without any action once the server is back', async ({
  browser,
}) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  await editor.section(1, '工作进展情况').pressSequentially('断开前写的');
  await portal.kill();
  await editor.section(1, '工作进展情况').pressSequentially('，断开后接着写。');
  await editor.light(1, '受阻').check();
  await editor.section(2, '下一步工作').pressSequentially('另一项。');
  await expect(editor.bar).toHaveText(`${keptWords}：暂时连接不上服务器，恢复后自动保存`);
  await expect(editor.status(editor.section(1, '工作进展情况'))).toHaveText(keptWords);
  await portal.restart();
  await expect(editor.saved).toBeVisible({ timeout: 20_000 });
  await expect(editor.section(2, '下一步工作')).toBeFocused();
  expect(await officerBrowser.stored(report.taskIds[0], 'progress')).toBe('断开前写的，断开后接着写。');
  expect(await officerBrowser.stored(report.taskIds[0], 'light')).toBe('blocked');
  expect(await officerBrowser.stored(report.taskIds[1], 'nextSteps')).toBe('另一项。');
  await expect.poll(() => countKept(page)).toBe(0);
  await page.context().close();
});

test('a save that was stored although its answer was lost makes no conflict with further typing', async ({
  browser,
}) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  const progress = editor.section(1, '工作进展情况');
  await page.route('**/fields', (route) => route.fetch().then(() => route.abort()), { times: 1 });
  await progress.pressSequentially('先写的');
  await editor.section(1, '存在问题').focus();
  await progress.pressSequentially('，又写的');
  await expect(editor.saved).toBeVisible();
  await officerBrowser.untilStored(report.taskIds[0], 'progress', '先写的，又写的');
  await expect(editor.conflict(progress)).toHaveCount(0);
  await page.context().close();
});

test('text typed without a network is saved when the network is back', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  await page.context().setOffline(true);
  await editor.section(1, '取得成效').fill('离线时写的成效。');
  await editor.section(1, '下一步工作').focus();
  await expect(editor.bar).toContainText('暂时连接不上服务器');
  expect(await countKept(page)).toBe(1);
  await page.context().setOffline(false);
  await expect(editor.saved).toBeVisible();
  await officerBrowser.untilStored(report.taskIds[0], 'results', '离线时写的成效。');
  await page.context().close();
});

test('signing in again after the session ended leads back to the same field, and saves the text that it holds', async ({
  browser,
}) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  await portal.sql('UPDATE "Session" SET "endedAt" = now() WHERE "accountId" = $1', [reporter.accountId]);
  const nextSteps = editor.section(2, '下一步工作');
  await nextSteps.fill('登录过期时写的。');
  await expect(editor.bar).toContainText(`${keptWords}：登录已过期，请重新登录。`);
  await expect(nextSteps).toBeFocused();
  await pressByKeyboard(page, page.getByRole('link', { name: '重新登录并回到这里' }));
  const signIn = new FilingSignIn(page);
  await expect(page.getByText('您填写的内容已加密保存在本机，重新登录后自动恢复。')).toBeVisible();
  await expect(signIn.userName).toHaveValue(reporter.userName);
  await expect(signIn.password).toBeFocused();
  await signIn.password.fill(officerPassword);
  await signIn.submit.click();
  await expect(page).toHaveURL(/\/filing\/[0-9a-f-]{36}#task-/);
  await expect(nextSteps).toBeFocused();
  await expect(editor.givenBack.getByRole('link')).toHaveText(['任务2 · 下一步工作']);
  await expect(nextSteps).toHaveValue('登录过期时写的。');
  await expect(editor.saved).toBeVisible();
  await officerBrowser.untilStored(report.taskIds[1], 'nextSteps', '登录过期时写的。');
  await page.context().close();
});

test('unsaved text of a closed tab comes back into its fields, is saved and then deleted', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  await portal.kill();
  await editor.section(1, '取得成效').fill('关闭前写的成效。');
  await editor.section(1, '存在问题').fill('关闭前写的问题。');
  await expect(editor.bar).toContainText('暂时连接不上服务器');
  await page.close();
  await portal.restart();

  const next = await editor.page.context().newPage();
  const again = await officerBrowser.open(next);
  await expect(again.givenBack).toContainText('上次有 2 处内容未保存，已恢复到报告');
  await expect(again.section(1, '取得成效')).toHaveValue('关闭前写的成效。');
  await expect(again.section(1, '存在问题')).toHaveValue('关闭前写的问题。');
  await expectNoBarriers(next);
  await expectToFitPhone(next);
  await expect(again.saved).toBeVisible();
  await officerBrowser.untilStored(report.taskIds[0], 'results', '关闭前写的成效。');
  await officerBrowser.untilStored(report.taskIds[0], 'problems', '关闭前写的问题。');
  await expect.poll(() => countKept(next)).toBe(0);
  await next.context().close();
});
