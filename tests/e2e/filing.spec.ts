import { expect, type Page } from '@playwright/test';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { FilingCheck } from '../support/pages/filing-check';
import { FilingDesk } from '../support/pages/filing-desk';
import { FilingEditor } from '../support/pages/filing-editor';
import { pressByKeyboard, tabTo, typeByKeyboard } from '../support/pages/filing-keyboard';
import { openEditor, periodName } from '../support/pages/filing-opened';
import { FilingReceipt } from '../support/pages/filing-receipt';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { test } from '../support/pages/test';
import { WorkingDayPicker } from '../support/pages/working-day-picker';

const sections = ['工作进展情况', '存在问题', '取得成效', '下一步工作'] as const;

async function fillInByKeyboard(page: Page, editor: FilingEditor, number: number) {
  await tabTo(page, editor.light(number, '正常'));
  await page.keyboard.press('Space');
  for (const name of sections) await typeByKeyboard(page, editor.section(number, name), `${name}：按计划推进。`);
}

test('a whole report is filed by keyboard alone, without an accessibility barrier, and gets its receipt', async ({
  page,
}) => {
  test.slow();
  const signIn = new FilingSignIn(page);
  await signIn.open();
  await expectNoBarriers(page);
  await typeByKeyboard(page, signIn.userName, 'agency10');
  await typeByKeyboard(page, signIn.password, 'wrong');
  await page.keyboard.press('Enter');
  await expect(signIn.problem).toContainText('用户名或密码不正确');
  await expect(signIn.userName).toHaveValue('agency10');
  await tabTo(page, signIn.password);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Demo-2020');
  await page.keyboard.press('Enter');

  const desk = new FilingDesk(page);
  await expect(desk.period(periodName)).toContainText('还剩 2 个工作日');
  await expectNoBarriers(page);
  await pressByKeyboard(page, desk.start(periodName));

  const editor = new FilingEditor(page);
  const tasks = await editor.countTasks();
  for (let number = 1; number <= tasks; number += 1) await fillInByKeyboard(page, editor, number);
  await expectNoBarriers(page);
  await pressByKeyboard(page, editor.saveAndCheck);

  const check = new FilingCheck(page);
  await expect(check.file).toBeVisible();
  await expectNoBarriers(page);
  await pressByKeyboard(page, check.file);

  const receipt = new FilingReceipt(page);
  await expect(receipt.receipt).toBeVisible();
  expect(await receipt.fact('回执编号')).toMatch(/^2020Q1-10-1-[2-9A-HJ-NP-Z]{10}$/);
  expect(await receipt.fact('报送时间')).toMatch(/^2020-04-02 \d\d:\d\d:\d\d（北京时间）$/);
  expect(await receipt.fact('首次报送')).toBe('按时');
  expect((await receipt.fact('校验码（SM3）')).replaceAll(' ', '')).toMatch(/^[0-9a-f]{64}$/);
  await expectNoBarriers(page);
});

test('a filed report is withdrawn before its review, and its receipt stays', async ({ page }) => {
  await new FilingSignIn(page).signIn('agency10');
  const period = new FilingDesk(page).period(periodName);
  await period.getByText('撤回', { exact: true }).click();
  await period.getByRole('button', { name: '确认撤回' }).click();
  await expect(new FilingEditor(page).save).toBeVisible();
  await page.getByRole('link', { name: '第1版', exact: true }).click();
  await expect(page.getByText('这一版已撤回')).toBeVisible();
});

test('every missing part is named and leads to its field', async ({ page }) => {
  const editor = await openEditor(page, 'agency12');
  const tasks = await editor.countTasks();
  for (let number = 2; number <= tasks; number += 1) await editor.fillIn(number);
  await editor.light(1, '受阻').check();
  await editor.task(1).getByLabel('本季度无进展').check();
  await editor.section(1, '下一步工作').fill('继续推进。');
  await editor.saveAndCheck.click();

  const check = new FilingCheck(page);
  await expect(page.getByText('还有 2 处没有填写')).toBeVisible();
  await expect(check.file).toHaveCount(0);
  await expect(check.missing('任务27 · 存在问题')).toBeVisible();
  await check.missing('任务27 · 无进展的原因').click();
  const reason = editor.task(1).getByRole('textbox', { name: '无进展的原因' });
  await expect(reason).toBeFocused();
  await reason.fill('项目受疫情影响停工。');
  await editor.task(1).getByLabel('无存在问题').check();
  await editor.saveAndCheck.click();
  await expect(check.file).toBeVisible();
  await expectNoBarriers(page);
});

test('a report of another agency is not found', async ({ page, browser }) => {
  const editor = await openEditor(page, 'agency13');
  const address = page.url();
  await expect(editor.save).toBeVisible();
  const neighbour = await (await browser.newContext()).newPage();
  await new FilingSignIn(neighbour).signIn('agency12');
  for (const path of ['', '/check', '/extension', '/versions/1']) {
    expect((await neighbour.request.get(`${address}${path}`)).status()).toBe(404);
  }
});

test('a weekend is refused as the last day of an extension, and a make-up Sunday is accepted', async ({ page }) => {
  await openEditor(page, 'agency13');
  await page.goto(`${page.url()}/extension`);
  await page.getByLabel('延期原因').fill('数据下周才能核实。');
  const picker = new WorkingDayPicker(page.getByLabel('希望延到的日期'));
  expect(await picker.days()).not.toContain('2020-04-25');
  await picker.choose('2020-04-25');
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('2020年4月25日不是工作日');
  await expect(page.getByLabel('延期原因')).toHaveValue('数据下周才能核实。');
  await picker.choose('2020-04-26');
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('申请已提交')).toBeVisible();
  await expectNoBarriers(page);
});

test('a returned report shows the reasons beside the task', async ({ page }) => {
  await new FilingSignIn(page).signIn('agency05');
  await page.getByRole('link', { name: '按意见修改' }).click();
  await expect(page.getByText('请修改后在 2020年4月8日（周三）24:00 前再次报送。')).toBeVisible();
  await expect(new FilingEditor(page).task(1).getByRole('complementary', { name: '审核意见' })).toBeVisible();
  await expectNoBarriers(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 740 } });

  test('the pages of filing need no sideways scrolling', async ({ page }) => {
    test.slow();
    await openEditor(page, 'agency15');
    const report = page.url();
    for (const address of ['/filing', report, `${report}/check`, `${report}/extension`, '/account/password']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
      await expectNoBarriers(page);
    }
  });
});
