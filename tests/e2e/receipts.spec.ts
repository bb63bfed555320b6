import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { projectRoot } from '../../scripts/install.mjs';
import { expectNoBarriers } from './pages/filing-barriers';
import { FilingCheck } from './pages/filing-check';
import { FilingEditor } from './pages/filing-editor';
import { pressByKeyboard, typeByKeyboard } from './pages/filing-keyboard';
import { openEditor, quarter } from './pages/filing-opened';
import { FilingReceipt } from './pages/filing-receipt';
import { FilingSignIn } from './pages/filing-sign-in';
import { ReceiptCheck, readCode } from './pages/receipt-check';
import { ReviewDesk } from './pages/review-desk';
import { ReviewReport } from './pages/review-report';
import { anotherPerson, signInAs } from './pages/review-sign-in';

// One report from its first version to its second: each test takes it on from where the one before has left it.
test.describe.configure({ mode: 'serial' });

const agency = { userName: 'agency08', name: '市商务局' };
const secret = '取得成效：任务1的情况。';
let report = '';
let receiptNumber = '';

const version = (number: number, page = '') => `${report}/versions/${number}${page}`;

async function expectToFitPhone(page: Page) {
  await page.setViewportSize({ width: 375, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await expectNoBarriers(page);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('the code on a receipt opens the page that confirms it to anyone, without script and without the content', async ({
  page,
  browser,
}) => {
  test.slow();
  const editor = await openEditor(page, agency.userName);
  report = page.url();
  const tasks = await editor.countTasks();
  for (let number = 1; number <= tasks; number += 1) await editor.fillIn(number);
  await editor.saveAndCheck.click();
  await new FilingCheck(page).file.click();
  const receipt = new FilingReceipt(page);
  await expect(receipt.receipt).toBeVisible();
  receiptNumber = await receipt.fact('回执编号');
  const digest = await receipt.fact('内容摘要（SM3）');
  await expectNoBarriers(page);

  const address = await readCode(page.getByRole('img', { name: '查验回执的二维码' }));
  expect(new URL(address ?? '').pathname).toBe(`/receipts/${receiptNumber}`);
  const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  expect((await stranger.goto(address ?? ''))?.status()).toBe(200);
  const check = new ReceiptCheck(stranger);
  await expect(stranger.getByText('回执编号真实')).toBeVisible();
  await expect(check.fact('报送单位')).toHaveText(agency.name);
  await expect(check.fact('报送周期')).toHaveText(quarter);
  await expect(check.fact('版本')).toHaveText('第 1 版');
  await expect(check.fact('内容摘要（SM3）')).toHaveText(digest);
  await expect(check.fact('报送时间')).toHaveText(await receipt.fact('报送时间'));
  const told = await stranger.content();
  for (const inside of [secret, '演示填报人']) expect(told).not.toContain(inside);
  expect(told).toContain('noindex');
});

test('a receipt prints on one sheet, and the whole version after it', async ({ page }) => {
  await new FilingSignIn(page).signIn(agency.userName);
  const sheets = async () => {
    const pdf = await page.pdf({ format: 'A4' });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
  };
  await page.goto(version(1));
  expect(await sheets()).toBeGreaterThan(1);
  await page.getByRole('link', { name: '只打印回执' }).click();
  await expect(new FilingReceipt(page).receipt).toBeVisible();
  expect(await sheets()).toBe(1);
  await expectToFitPhone(page);
});

test('an exported version is verified, and fails by one changed character', async ({ page }, testInfo) => {
  await new FilingSignIn(page).signIn(agency.userName);
  await page.goto(version(1));
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出本版' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${receiptNumber}.json`);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(secret);

  const verify = async (content: string) => {
    const file = testInfo.outputPath('version.json');
    await writeFile(file, content);
    const script = ['--conditions=react-server', '--import', 'tsx', 'scripts/receipt-verify.ts', file];
    return spawnSync(process.execPath, script, { cwd: projectRoot }).status;
  };
  expect(await verify(text)).toBe(0);
  expect(await verify(text.replace(secret, secret.replace('任务1', '任务2')))).toBe(1);
});

test.describe('anyone', () => {
  test('types a number in small and full-width letters, by keyboard, and learns that it is genuine', async ({
    page,
  }) => {
    await page.goto('/site-map');
    await page.getByRole('main').getByRole('link', { name: '查验回执' }).click();
    const check = new ReceiptCheck(page);
    await expectToFitPhone(page);
    const typed = receiptNumber.toLowerCase().replace('-', '－').replace('q', 'ｑ');
    await typeByKeyboard(page, check.number, ` ${typed} `);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/receipts/${receiptNumber}$`));
    await expect(page.getByText('回执编号真实')).toBeVisible();
    await expectToFitPhone(page);
  });

  test('is told of a number that no receipt has, and of what cannot be one', async ({ page }) => {
    const unknown = `${receiptNumber.slice(0, -1)}${receiptNumber.endsWith('A') ? 'B' : 'A'}`;
    expect((await page.goto(`/receipts/${unknown}`))?.status()).toBe(404);
    await expect(page.getByText('没有这个编号的回执')).toBeVisible();
    await expectToFitPhone(page);
    await new ReceiptCheck(page).number.fill('2020Q1-08');
    await new ReceiptCheck(page).submit.click();
    await expect(page.getByText('这不是完整的回执编号')).toBeVisible();
    await expect(new ReceiptCheck(page).number).toHaveValue('2020Q1-08');
    await expectNoBarriers(page);
    expect((await page.goto('/receipts/%E0%A4%A'))?.ok()).toBe(false);
  });
});

test('a reason for one section is folded away until it is wanted, and stands at its field for the agency', async ({
  page,
  browser,
}) => {
  test.slow();
  await signInAs(page, 'reviewer');
  await new ReviewDesk(page).openReport(agency.name);
  const review = new ReviewReport(page);
  await expect(review.reason(1)).toHaveCount(1);
  await pressByKeyboard(page, review.task(1).locator('summary', { hasText: '取得成效' }));
  const field = review.task(1).getByRole('textbox', { name: '“取得成效”的退回意见' });
  await typeByKeyboard(page, field, '请写明数量。');
  await expect(page.getByText('已写 1 项退回意见')).toBeVisible();
  await review.returnDueOn.fill('2020-04-11');
  await review.returning.click();
  await expect(review.problem).toContainText('不是工作日');
  await expect(field).toHaveValue('请写明数量。');
  await expectNoBarriers(page);
  await review.returnDueOn.fill('2020-04-10');
  await review.returning.click();
  await expect(review.done('已退回单位修改')).toBeVisible();
  await expect(review.task(1)).toContainText('针对“取得成效”');

  const officer = await anotherPerson(browser, agency.userName);
  await officer.goto(report);
  const editor = new FilingEditor(officer);
  await expect(editor.section(1, '取得成效')).toHaveAccessibleDescription(/审核意见：\s*请写明数量。/);
  await expect(editor.section(1, '存在问题')).not.toHaveAccessibleDescription(/审核意见/);
  await expect(officer.getByText('对 1 项任务提出了意见')).toBeVisible();
  await expect(officer.getByText(/2020年4月10日（周五）24:00 前再次报送。 还剩 6 个工作日/)).toBeVisible();
  await expectToFitPhone(officer);

  await editor.section(1, '取得成效').fill('取得成效：任务1完成3项。');
  await editor.light(1, '受阻').check();
  await editor.saveAndCheck.click();
  await expect(officer.getByText('任务1：进度灯、取得成效')).toBeVisible();
  await pressByKeyboard(officer, officer.locator('summary', { hasText: '取得成效' }));
  await expect(officer.locator('del')).toContainText('的情况');
  await expect(officer.locator('ins')).toContainText('完成3项');
  await expectNoBarriers(officer);
  await new FilingCheck(officer).file.click();
  await expect(officer).toHaveURL(version(2));
});

test('the second version shows what changed, beside any other and at the desk of the division', async ({
  page,
  browser,
}) => {
  await new FilingSignIn(page).signIn(agency.userName);
  await page.goto(version(2));
  await expect(page.locator('summary', { hasText: '与第 1 版的差异' })).toHaveCount(2);
  await page.getByRole('link', { name: '比较各版差异' }).click();
  await expect(page.getByText('由“正常”改为“受阻”。')).toBeVisible();
  await expect(page.locator('ins')).toContainText('完成3项');
  await expectToFitPhone(page);
  await page.getByLabel('较早的版本').selectOption({ index: 1 });
  await page.getByRole('button', { name: '比较' }).click();
  await expect(page.getByText('与第 2 版相比，内容没有修改。')).toBeVisible();

  const reviewer = await anotherPerson(browser, 'reviewer');
  await reviewer.goto(report.replace('/filing/', '/review/'));
  await new ReviewReport(reviewer).task(1).locator('summary', { hasText: '与第 1 版的差异取得成效' }).click();
  await expect(reviewer.locator('ins')).toContainText('完成3项');
  await expectNoBarriers(reviewer);
  await reviewer.getByRole('link', { name: '比较各版差异' }).click();
  await expect(reviewer.getByText('由“正常”改为“受阻”。')).toBeVisible();
  await expectToFitPhone(reviewer);
});

test('another agency finds none of it', async ({ page }) => {
  const pages = ['', '/receipt', '/export'].map((name) => version(1, name));
  const comparison = `${report}/versions/compare`;
  await new FilingSignIn(page).signIn(agency.userName);
  for (const address of [...pages, comparison]) expect((await page.request.get(address)).status()).toBe(200);
  for (const address of [version(3, '/receipt'), version(3, '/export'), `${comparison}?from=1&to=3`]) {
    expect((await page.request.get(address)).status(), address).toBe(404);
  }
  const ofDivision = `${report.replace('/filing/', '/review/')}/compare`;
  expect((await page.request.get(ofDivision)).status()).toBe(404);
  await page.context().clearCookies();
  await new FilingSignIn(page).signIn('agency06');
  for (const address of [...pages, comparison, ofDivision]) {
    expect((await page.request.get(address)).status(), address).toBe(404);
  }
});
