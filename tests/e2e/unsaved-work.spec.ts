import { expect, type Page } from '@playwright/test';
import { type Officer, OwnPortal, officerPassword } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { FilingEditor } from '../support/pages/filing-editor';
import { FilingEvidence } from '../support/pages/filing-evidence';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { holdScripts, untilHydrated } from '../support/pages/hydrated';
import { countKept, OfficerBrowser } from '../support/pages/officer-browser';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';
import { samples } from '../support/sample-files';

// Work that is not stored yet meets the steps that leave the page.

let portal: OwnPortal;
let report: MadeReport;
let reporter: Officer;
let officerBrowser: OfficerBrowser;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  report = await makeReport({ run: portal.sql });
  reporter = await portal.signIn('reporter', report.agencyId);
  officerBrowser = new OfficerBrowser(portal, report.id);
});

const check = () => `${portal.url}/filing/${report.id}/check`;

/** Holds every upload until the returned function is called. */
async function holdUploads(page: Page): Promise<() => void> {
  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/evidence?*task=*', (route) => isHeld.then(() => route.continue()).catch(() => undefined));
  return letGo;
}

test('the cursor stays where it was set before the scripts ran', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const load = await holdScripts(page);
  await page.goto(`${portal.url}/filing/${report.id}`, { waitUntil: 'commit' });
  const progress = new FilingEditor(page).section(1, '工作进展情况');
  const written = await progress.inputValue();
  await progress.press('End');
  load();
  await untilHydrated(progress);
  await page.keyboard.type('又一句。');
  await expect(progress).toHaveValue(`${written}又一句。`);
});

test('a report is not filed while this browser keeps a text of it that is not saved', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  await page.route('**/fields', (route) => route.abort());
  await editor.section(1, '下一步工作').fill('最后写的一句。');
  await editor.section(1, '取得成效').focus();
  await expect(editor.bar).toContainText('暂时连接不上服务器');
  await page.goto(check());
  const box = page.getByRole('region', { name: '未保存的内容' });
  await expect(box).toContainText('本机留有 1 处未保存的内容，请先恢复或放弃，再报送。');
  await expect(box).toContainText('最后写的一句。');
  await expect(page.getByRole('button', { name: '确认报送' })).toHaveCount(0);
  await expectNoBarriers(page);
  await expectToFitPhone(page);

  await page.unroute('**/fields');
  await box.getByRole('link', { name: '返回填报，恢复内容' }).click();
  await expect(editor.section(1, '下一步工作')).toHaveValue('最后写的一句。');
  await officerBrowser.untilStored(report.taskIds[0], 'nextSteps', '最后写的一句。');
  await expect.poll(() => countKept(page)).toBe(0);
  await page.goto(check());
  await expect(page.getByRole('button', { name: '确认报送' })).toBeVisible();
  await expect(box).toHaveCount(0);
  await page.context().close();
});

test('a kept text that is dropped on the check page no longer keeps the report from being filed', async ({
  browser,
}) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  await page.route('**/fields', (route) => route.abort());
  await editor.section(1, '下一步工作').fill('不要了。');
  await editor.section(1, '取得成效').focus();
  await expect(editor.bar).toContainText('暂时连接不上服务器');
  await page.goto(check());
  await page.getByRole('button', { name: '放弃：任务1 · 下一步工作' }).click();
  await expect(page.getByRole('button', { name: '确认报送' })).toBeVisible();
  await expect.poll(() => countKept(page)).toBe(0);
  await page.context().close();
});

test('the check waits for a running upload, and then goes on', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  const evidence = new FilingEvidence(page, 1);
  const letGo = await holdUploads(page);
  await evidence.chooseFile('会议纪要.pdf', samples.pdf);
  await editor.saveAndCheck.click();
  await expect(editor.bar).toHaveText('1 个文件正在上传，完成后继续');
  letGo();
  await expect(page).toHaveURL(check());
  await expect(page.getByRole('link', { name: '会议纪要.pdf' })).toBeVisible();
  await page.context().close();
});

test('leaving the page asks while a file is being uploaded, and an interrupted file stays listed', async ({
  browser,
}) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  const evidence = new FilingEvidence(page, 1);
  await holdUploads(page);
  await evidence.chooseFile('现场照片.png', samples.png);
  await expect(evidence.panel.getByRole('progressbar', { name: '现场照片.png的上传进度' })).toBeVisible();
  await expect.poll(() => countKept(page)).toBe(1);
  page.once('dialog', (dialog) => dialog.dismiss());
  const [question] = await Promise.all([
    page.waitForEvent('dialog'),
    page.getByRole('link', { name: '修改密码' }).click({ noWaitAfter: true }),
  ]);
  expect(question.type()).toBe('beforeunload');
  page.once('dialog', (dialog) => dialog.accept());
  await page.goto(check());
  await expect(page.getByText('现场照片.png（', { exact: false })).toContainText('没有传完');
  await page.getByRole('link', { name: '返回填报，恢复内容' }).click();
  await expect(evidence.problem).toContainText('现场照片.png');
  await expect(evidence.problem).toContainText('没有传完，请重新选择。');
  await editor.saveAndCheck.click();
  await expect(editor.bar).toHaveText('有文件没有上传成功，请处理后再检查');
  await page.unroute('**/api/evidence?*task=*');
  await evidence.chooseFile('现场照片.png', samples.png);
  await expect(evidence.file('现场照片.png')).toBeVisible();
  await expect(evidence.problem).toHaveCount(0);
  await expect.poll(() => countKept(page)).toBe(0);
  await page.context().close();
});

test('refused files stand in one box that is closed at once, and a pasted image is uploaded', async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  const evidence = new FilingEvidence(page, 1);
  await untilHydrated(evidence.choose);
  const wrong = ['一.exe', '二.exe', '三.exe'].map((name) => ({ name, mimeType: '', buffer: Buffer.from('x') }));
  await evidence.input.setInputFiles(wrong);
  await expect(evidence.problem.getByRole('listitem')).toHaveCount(3);
  await evidence.panel.getByRole('button', { name: /^知道了/ }).click();
  await expect(evidence.problem).toHaveCount(0);

  await editor.section(1, '取得成效').evaluate((area, base64) => {
    const clipboardData = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, samples.png.toString('base64'));
  await expect(evidence.file('粘贴的图片1.png')).toBeVisible();
  await page.context().close();
});

test('a link that is opened signed out leads back to its page, its query and its anchor after signing in', async ({
  browser,
}) => {
  const page = await browser.newPage();
  const coordinator = await portal.signIn('coordinator');
  const asked = '/review/chasing/log?agency=%E7%94%B2%E5%B1%80&page=1#content';
  await page.goto(portal.url + asked);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const signIn = new FilingSignIn(page);
  await expect(signIn.userName).toBeFocused();
  await untilHydrated(signIn.submit);
  await signIn.userName.fill(coordinator.userName);
  await signIn.password.fill(officerPassword);
  await signIn.submit.click();
  await expect(page).toHaveURL(portal.url + asked);
  await page.context().close();
});
