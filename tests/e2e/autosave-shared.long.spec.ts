import { expect, type Page } from '@playwright/test';
import { type Officer, OwnPortal, officerPassword } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import type { FilingEditor } from '../support/pages/filing-editor';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { countKept, keptBytes, OfficerBrowser } from '../support/pages/officer-browser';
import { test } from '../support/pages/test';
import { blankEntry } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';

// Several people use one computer here.

let portal: OwnPortal;
let report: MadeReport;
let reporter: Officer;
let approver: Officer;
let officerBrowser: OfficerBrowser;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  report = await makeReport({ entry: blankEntry, run: portal.sql });
  reporter = await portal.signIn('reporter', report.agencyId);
  approver = await portal.signIn('approver', report.agencyId);
  officerBrowser = new OfficerBrowser(portal, report.id);
});

const cutSaves = (page: Page) => page.route('**/fields', (route) => route.abort());

test('another account never sees the unsaved text of a colleague, who still finds it later', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  // The server is stopped, because a closed tab still sends its last request when only the network of the page is cut.
  await portal.kill();
  await editor.section(1, '存在问题').fill('只给自己看的。');
  await expect(editor.bar).toContainText('暂时连接不上服务器');
  await page.close();
  await portal.restart();

  const next = await page.context().newPage();
  await officerBrowser.takeOver(next, approver);
  const theirs = await officerBrowser.open(next);
  await theirs.section(1, '取得成效').fill('另一人写的。');
  await theirs.section(1, '下一步工作').focus();
  await expect(theirs.saved).toBeVisible();
  await expect(theirs.givenBack).toHaveCount(0);
  await expect(theirs.section(1, '存在问题')).toHaveValue('');

  await officerBrowser.takeOver(next, reporter);
  const mine = await officerBrowser.open(next);
  await expect(mine.section(1, '存在问题')).toHaveValue('只给自己看的。');
  await officerBrowser.untilStored(report.taskIds[0], 'problems', '只给自己看的。');
  await next.context().close();
});

test('a tab saves nothing under another account that has signed in meanwhile', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  await officerBrowser.takeOver(page, approver);
  await editor.section(1, '存在问题').fill('填报人写的。');
  await editor.section(1, '取得成效').focus();
  await expect(editor.bar).toContainText('登录已过期');
  expect(await officerBrowser.stored(report.taskIds[0], 'problems')).toBe('');
  expect(await countKept(page)).toBe(1);
  await officerBrowser.takeOver(page, reporter);
  await editor.save.click();
  await expect(editor.saved).toBeVisible();
  await officerBrowser.untilStored(report.taskIds[0], 'problems', '填报人写的。');
  await page.context().close();
});

test('signing out saves first, and asks what becomes of a text that cannot be saved', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  const signOut = page.getByRole('button', { name: '退出登录' });
  await cutSaves(page);
  await editor.section(1, '存在问题').fill('还没有保存。');
  await signOut.click();
  const question = page.getByRole('dialog', { name: '还有没有保存的内容' });
  await expect(question).toContainText('本机留有 1 处尚未保存的内容');
  await expectNoBarriers(page);
  await question.getByRole('button', { name: '返回，不退出' }).click();
  await expect(question).toBeHidden();
  await expect(editor.section(1, '存在问题')).toHaveValue('还没有保存。');
  await page.unroute('**/fields');
  await editor.section(1, '存在问题').fill('退出时保存。');
  await signOut.click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await officerBrowser.untilStored(report.taskIds[0], 'problems', '退出时保存。');
  await page.context().close();
});

test('signing out clears the unsaved texts of the account from the browser where that is chosen', async ({
  browser,
}) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  await cutSaves(page);
  await editor.section(1, '存在问题').fill('公用电脑上写的。');
  await editor.section(1, '取得成效').focus();
  await expect(editor.bar).toContainText('暂时连接不上服务器');
  expect(await keptBytes(page)).not.toContain('公用电脑上写的');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出，一并清除' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await countKept(page)).toBe(0);
  await expect(page.getByLabel('用户名', { exact: true })).toHaveValue('');
  await page.unroute('**/fields');
  const signIn = new FilingSignIn(page);
  await signIn.userName.fill(reporter.userName);
  await signIn.password.fill(officerPassword);
  await signIn.submit.click();
  await expect(page).toHaveURL(/\/filing$/);
  const again = await officerBrowser.open(page);
  await expect(again.section(1, '存在问题')).toHaveValue('');
  await page.context().close();
});

test('texts that two tabs left unsaved in one field come back one after the other, and both are kept', async ({
  browser,
}) => {
  const first = await officerBrowser.signIn(browser, reporter);
  const context = first.context();
  const second = await context.newPage();
  const earlier = await officerBrowser.open(first);
  const later = await officerBrowser.open(second);
  await portal.kill();
  const write = async (editor: FilingEditor, text: string) => {
    await editor.section(1, '取得成效').fill(text);
    await expect(editor.bar).toContainText('暂时连接不上服务器');
  };
  await write(earlier, '先写的窗口。');
  await write(later, '后写的窗口。');
  await Promise.all([first.close(), second.close()]);
  await portal.restart();
  const page = await context.newPage();
  const editor = await officerBrowser.open(page);
  const results = editor.section(1, '取得成效');
  // The later text is saved at once, so that the earlier one stands beside it.
  await expect(editor.conflict(results)).toContainText('您在另一个窗口于');
  await expect(editor.conflict(results)).toContainText('后写的窗口。');
  await expect(results).toHaveValue('先写的窗口。');
  await officerBrowser.untilStored(report.taskIds[0], 'results', '后写的窗口。');
  await editor.conflict(results).getByRole('button', { name: '合并两份' }).click();
  await expect(editor.saved).toBeVisible();
  await officerBrowser.untilStored(report.taskIds[0], 'results', '后写的窗口。\n先写的窗口。');
  await page.context().close();
});

test('leaving a page asks for confirmation if this browser cannot keep the unsaved text', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  const editor = await officerBrowser.open(page);
  await cutSaves(page);
  await editor.section(1, '存在问题').fill('哪里都没有留下。');
  await expect(editor.bar).toContainText('本机也不能暂存，请勿关闭本页');
  page.once('dialog', (dialog) => dialog.dismiss());
  const [question] = await Promise.all([
    page.waitForEvent('dialog'),
    page.getByRole('link', { name: '修改密码' }).click({ noWaitAfter: true }),
  ]);
  expect(question.type()).toBe('beforeunload');
  await expect(editor.section(1, '存在问题')).toHaveValue('哪里都没有留下。');
  await page.context().close();
});

test('without encryption nothing is kept, and the page says so and asks before it is left', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  // As on a plain http address.
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });
  });
  const editor = await officerBrowser.open(page);
  await expect(page.getByText('本网址没有加密，浏览器不能在本机暂存未保存的内容')).toBeVisible();
  await cutSaves(page);
  await editor.section(1, '存在问题').fill('哪里都没有留下。');
  await expect(editor.bar).toContainText('本机也不能暂存，请勿关闭本页');
  expect(await countKept(page)).toBe(0);
  page.once('dialog', (dialog) => dialog.dismiss());
  const [question] = await Promise.all([
    page.waitForEvent('dialog'),
    page.getByRole('link', { name: '修改密码' }).click({ noWaitAfter: true }),
  ]);
  expect(question.type()).toBe('beforeunload');
  await page.context().close();
});
