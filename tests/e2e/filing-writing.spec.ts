import { expect } from '@playwright/test';
import { makeNextReport } from '../support/next-period';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import type { FilingEditor } from '../support/pages/filing-editor';
import { pressByKeyboard } from '../support/pages/filing-keyboard';
import { OfficerBrowser } from '../support/pages/officer-browser';
import { test } from '../support/pages/test';
import { blankEntry } from '../support/report-states';
import { makeReport } from '../support/reports';

// In the second quarter of a task a text is newly written, taken over from the first quarter, or pasted.

const planned = '完成设备采购招标，启动二期厂房建设，组织两次专家评审。';
let portal: OwnPortal;
let reporter: Officer;
let officerBrowser: OfficerBrowser;
let editor: FilingEditor;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  const entry = { ...blankEntry, nextSteps: planned, results: '形成标准三项。' };
  const earlier = await makeReport({ tasks: 1, entry, run: portal.sql });
  reporter = await portal.signIn('reporter', earlier.agencyId);
  officerBrowser = new OfficerBrowser(portal, await makeNextReport(earlier, {}, portal.sql));
});

test.afterAll(() => portal.stop());

test.beforeEach(async ({ browser }) => {
  const page = await officerBrowser.signIn(browser, reporter);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  editor = await officerBrowser.open(page);
});

test.afterEach(() => editor.page.context().close());

test("the last period's plan is shown beside the progress, and a section begun from the last period's text is marked as similar", async () => {
  const { page } = editor;
  const plan = editor.task(1).getByText('2020年第一季度计划的下一步工作').locator('..');
  await expect(plan).toContainText(planned);
  await pressByKeyboard(page, editor.task(1).locator('summary', { hasText: '2020年第一季度的下一步工作' }));
  await pressByKeyboard(page, editor.task(1).getByRole('button', { name: '以此为底稿' }).last());
  const nextSteps = editor.section(1, '下一步工作');
  await expect(nextSteps).toBeFocused();
  await expect(nextSteps).toHaveValue(planned);
  await page.keyboard.press('Control+s');
  await expect(editor.saved).toBeVisible();
  await expect(editor.status(nextSteps)).toContainText('与上季度完全相同，请核对是否需要更新');
  await expectNoBarriers(page);
  await expectToFitPhone(page);
  await page.reload();
  await expect(editor.status(nextSteps)).toContainText('与上季度完全相同');

  await nextSteps.fill('进入试运行，完成竣工验收。');
  await page.keyboard.press('Control+s');
  await expect(editor.saved).toBeVisible();
  await expect(editor.status(nextSteps)).not.toContainText('相近');
  await nextSteps.fill('');
  await page.keyboard.press('Control+z');
  await expect(nextSteps).not.toHaveValue('');
});

test('a text pasted from Word is cleaned, inserted at the cursor, and can be undone', async () => {
  const { page } = editor;
  const problems = editor.section(1, '存在问题');
  await problems.fill('一、前文。二、后文。');
  await problems.evaluate((area: HTMLTextAreaElement) => {
    area.focus();
    area.setSelectionRange(5, 5);
  });
  const copied = '\uF0B7\t资金\u00A0到位\u00A0\u00A0慢\r\n\v\r\n\r\n项目\t\u200B进度\t百分比\r\n';
  await page.evaluate((text) => navigator.clipboard.writeText(text), copied);
  await page.keyboard.press('Control+v');
  const pasted = '• 资金 到位 慢\n\n｜项目｜进度｜百分比｜\n';
  await expect(problems).toHaveValue(`一、前文。${pasted}二、后文。`);
  await page.keyboard.press('Control+z');
  await expect(problems).toHaveValue('一、前文。二、后文。');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+s');
  await expect(editor.saved).toBeVisible();
  await page.reload();
  await expect(problems).toHaveValue(`一、前文。${pasted}二、后文。`);
});

test('a reason that is too long stays visible when its confirmation is unchecked', async () => {
  const confirmation = editor.task(1).getByLabel('本季度无进展');
  const reason = editor.task(1).getByRole('textbox', { name: '无进展的原因' });
  await confirmation.check();
  await reason.fill('字'.repeat(501));
  await confirmation.uncheck();
  await expect(reason).toBeVisible();
  await reason.fill('停工。');
  await expect(reason).toBeHidden();
  await expect(editor.saved).toBeVisible();
});

test('a length limit is announced in advance, counts characters as people do, and never cuts a text', async () => {
  const { page } = editor;
  const results = editor.section(1, '取得成效');
  await results.fill('字'.repeat(2990));
  await expect(editor.task(1).getByText('已写2990字，还可写10字')).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText('Ａ，😀'.repeat(4)));
  await results.press('Control+v');
  await expect(editor.task(1).getByText('已写3002字，超出2字（上限3000字），请缩短')).toBeVisible();
  await expect(editor.status(results)).toHaveText('超出字数，未保存，已留在本机');
  await expect(editor.bar).toHaveText('有内容超出字数，缩短后自动保存');
  await results.press('Backspace');
  await results.press('Backspace');
  await expect(editor.task(1).getByText('已写3000字，还可写0字')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(editor.saved).toBeVisible();
});
