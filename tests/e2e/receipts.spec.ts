import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { projectRoot } from '../../scripts/install.mjs';
import { fileFirstVersion } from '../support/pages/filed-version';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { typeByKeyboard } from '../support/pages/filing-keyboard';
import { periodName } from '../support/pages/filing-opened';
import { FilingReceipt } from '../support/pages/filing-receipt';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { ReceiptCheck, readCode } from '../support/pages/receipt-check';
import { test } from '../support/pages/test';

// All tests use one filed version, which the first one files.
test.describe.configure({ mode: 'serial' });

const agency = { userName: 'agency08', name: '市商务局' };
const secret = '取得成效：任务1的情况。';
let report = '';
let receiptNumber = '';

const version = (number: number, page = '') => `${report}/versions/${number}${page}`;

test('the code on a receipt opens a page that confirms it to anyone, without script and without the content', async ({
  page,
  browser,
}) => {
  test.slow();
  report = await fileFirstVersion(page, agency.userName);
  const receipt = new FilingReceipt(page);
  receiptNumber = await receipt.fact('回执编号');
  const digest = await receipt.fact('校验码（SM3）');
  await expectNoBarriers(page);

  const address = await readCode(page.getByRole('img', { name: '查验回执的二维码' }));
  expect(new URL(address ?? '').pathname).toBe(`/receipts/${receiptNumber}`);
  const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  expect((await stranger.goto(address ?? ''))?.status()).toBe(200);
  const check = new ReceiptCheck(stranger);
  await expect(stranger.getByText('回执编号真实')).toBeVisible();
  await expect(check.fact('报送单位')).toHaveText(agency.name);
  await expect(check.fact('报送周期')).toHaveText(periodName);
  await expect(check.fact('版本')).toHaveText('第1版');
  await expect(check.fact('校验码（SM3）')).toHaveText(digest);
  await expect(check.fact('报送时间')).toHaveText(await receipt.fact('报送时间'));
  const outcome = await stranger.content();
  for (const inside of [secret, '演示填报人']) expect(outcome).not.toContain(inside);
  expect(outcome).toContain('noindex');
});

test('a receipt is printed on one sheet, or with the whole version after it', async ({ page }) => {
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

test('an exported version is verified, and fails after a change of one character', async ({ page }, testInfo) => {
  await new FilingSignIn(page).signIn(agency.userName);
  await page.goto(version(1));
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载核验文件' }).click();
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

test('anyone compares an exported version on the page, with and without scripts, and learns what was changed', async ({
  page,
  browser,
}) => {
  await new FilingSignIn(page).signIn(agency.userName);
  await page.goto(version(1));
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载核验文件' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  const lies = [
    {
      content: text.replace(secret, secret.replace('任务1', '任务2')),
      answer: '不一致：文件中的报送内容与回执的校验码不符',
    },
    { content: text.replace(agency.name, '市商务委'), answer: '不一致' },
    { content: JSON.stringify(JSON.parse(text)), answer: '文件被其他程序改写过' },
    { content: 'PK\u0003\u0004', answer: '这不是本平台的核验文件' },
  ];
  await page.goto('/receipts');
  await expectNoBarriers(page);
  await expectToFitPhone(page);
  for (const javaScriptEnabled of [true, false]) {
    const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await stranger.goto('/receipts');
    const check = new ReceiptCheck(stranger);
    await check.compare(text);
    await expect(stranger.getByText('一致：文件中的内容就是当时报送的内容')).toBeVisible();
    await expect(stranger.getByText(`${agency.name}，第1版，回执编号 ${receiptNumber}。`)).toBeVisible();
    for (const { content, answer } of lies) {
      await check.compare(content);
      await expect(stranger.getByRole('main').getByRole('alert')).toContainText(answer);
    }
    await expect(stranger.getByText('一致：文件中的内容就是当时报送的内容')).toHaveCount(0);
    await stranger.context().close();
  }
});

test.describe('looking up a receipt', () => {
  test('anyone can type a number in small and full-width letters by keyboard and learn that it is genuine', async ({
    page,
  }) => {
    await page.goto('/site-map');
    await page.getByRole('main').getByRole('link', { name: '查验回执' }).click();
    const check = new ReceiptCheck(page);
    await expect(check.number).toBeVisible();
    await expectToFitPhone(page);
    const typed = receiptNumber.toLowerCase().replace('-', '－').replace('q', 'ｑ');
    await typeByKeyboard(page, check.number, ` ${typed} `);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/receipts/${receiptNumber}$`));
    await expect(page.getByText('回执编号真实')).toBeVisible();
    await expectToFitPhone(page);
  });

  test('a number that no receipt has and a text that is no number get different answers', async ({ page }) => {
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
