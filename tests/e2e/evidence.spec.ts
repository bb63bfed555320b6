import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { FilingEvidence } from '../support/pages/filing-evidence';
import { tabTo } from '../support/pages/filing-keyboard';
import { openEditor } from '../support/pages/filing-opened';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { untilHydrated } from '../support/pages/hydrated';
import { test } from '../support/pages/test';
import { liars, samples } from '../support/sample-files';

async function openEvidence(page: Page, userName = 'agency01'): Promise<FilingEvidence> {
  await openEditor(page, userName);
  const evidence = new FilingEvidence(page, 1);
  await untilHydrated(evidence.choose);
  return evidence;
}

/** Counts the requests to the address of uploads. */
function countUploads(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/evidence')) count += 1;
  });
  return () => count;
}

/** Makes a file of the wanted size without writing its bytes. */
async function largeFile(bytes: number) {
  const folder = await mkdtemp(path.join(tmpdir(), 'large-'));
  const file = path.join(folder, '大文件.pdf');
  const handle = await open(file, 'w');
  await handle.truncate(bytes);
  await handle.close();
  return { file, remove: () => rm(folder, { recursive: true }) };
}

test('files that are dropped or chosen are uploaded, announced and downloaded again', async ({ page }) => {
  const evidence = await openEvidence(page);
  await expect(evidence.panel).toContainText('严禁上传涉密信息');
  await evidence.drop('会议纪要.pdf', samples.pdf);
  await expect(evidence.file('会议纪要.pdf')).toBeVisible();
  await expect(evidence.said).toHaveText('会议纪要.pdf已上传。');
  await evidence.chooseFile('现场照片.png', samples.png);
  await expect(evidence.file('现场照片.png')).toBeVisible();
  await expect(evidence.panel).toContainText('已上传 2 个，最多 10 个');

  const download = page.waitForEvent('download');
  await evidence.file('现场照片.png').click();
  expect((await download).suggestedFilename()).toBe('现场照片.png');
  await page.reload();
  await expect(evidence.file('会议纪要.pdf')).toBeVisible();
  await expectNoBarriers(page);
});

test('files are shown on the check page, and another agency gets 404', async ({ page, browser }) => {
  const evidence = await openEvidence(page);
  await evidence.chooseFile('合同.docx', samples.docx);
  const href = await evidence.file('合同.docx').getAttribute('href');
  await page.goto(`${page.url()}/check`);
  await expect(page.getByRole('link', { name: '合同.docx' })).toBeVisible();
  expect((await page.request.get(href ?? '')).status()).toBe(200);
  const neighbour = await (await browser.newContext()).newPage();
  await new FilingSignIn(neighbour).signIn('agency02');
  expect((await neighbour.request.get(href ?? '')).status()).toBe(404);
});

test('a file that is too large, of an unknown kind or empty is refused before it is sent', async ({ page }) => {
  const evidence = await openEvidence(page);
  const uploads = countUploads(page);
  const { file, remove } = await largeFile(20 * 1024 * 1024 + 1);
  await evidence.input.setInputFiles(file);
  await expect(evidence.problem).toContainText('文件超过上限（每个不超过20 MB）');
  await evidence.panel.getByRole('button', { name: '知道了' }).click();
  await evidence.chooseFile('程序.exe', liars.program);
  await expect(evidence.problem).toContainText('不接收这种文件');
  await evidence.panel.getByRole('button', { name: '知道了' }).click();
  await evidence.chooseFile('空白.pdf', Buffer.alloc(0));
  await expect(evidence.problem).toContainText('文件是空的');
  expect(uploads()).toBe(0);
  await expectNoBarriers(page);
  await remove();
});

test('a file with another content than its extension says is refused with a sentence', async ({ page }) => {
  const evidence = await openEvidence(page);
  await evidence.chooseFile('改名.pdf', liars.program);
  await expect(evidence.problem).toContainText('文件内容不是pdf格式，与扩展名不符');
  await expect(evidence.file('改名.pdf')).toHaveCount(0);
});

test('the progress of a slow upload is shown, and a cancelled upload leaves nothing', async ({ page }) => {
  const evidence = await openEvidence(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 100_000,
  });
  await evidence.chooseFile('慢.pdf', Buffer.concat([samples.pdf, Buffer.alloc(3_000_000)]));
  const progress = evidence.panel.getByRole('progressbar', { name: '慢.pdf的上传进度' });
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
  await expect(evidence.panel.getByText(/^已上传 \d+%$/)).toBeVisible();
  await expectNoBarriers(page);
  await evidence.panel.getByRole('button', { name: '取消上传慢.pdf' }).click();
  await expect(evidence.said).toHaveText('慢.pdf已取消上传。');
  await page.reload();
  await expect(evidence.choose).toBeVisible();
  await expect(evidence.panel).not.toContainText('慢.pdf');
});

test('by keyboard alone a file is chosen, and removed after a confirmation', async ({ page }) => {
  const evidence = await openEvidence(page);
  // The browser hands its dialog to the test only once it has heard that somebody waits for it.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, evidence.choose);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: '键盘.xlsx', mimeType: '', buffer: samples.xlsx });
  await expect(evidence.file('键盘.xlsx')).toBeVisible();
  await tabTo(page, evidence.panel.getByRole('button', { name: '删除键盘.xlsx' }));
  await page.keyboard.press('Enter');
  await expect(evidence.panel.getByText('确定删除“键盘.xlsx”吗？')).toBeVisible();
  await expect(evidence.panel.getByRole('button', { name: '确认删除' })).toBeFocused();
  await expectNoBarriers(page);
  await tabTo(page, evidence.panel.getByRole('button', { name: '不删除' }));
  await page.keyboard.press('Enter');
  await expect(evidence.panel.getByRole('button', { name: '删除键盘.xlsx' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(evidence.file('键盘.xlsx')).toHaveCount(0);
  await expect(evidence.said).toHaveText('键盘.xlsx已删除。');
  await expect(evidence.choose).toBeFocused();
  await page.reload();
  await expect(evidence.choose).toBeVisible();
  await expect(evidence.file('键盘.xlsx')).toHaveCount(0);
});

test('a file dropped beside the upload area is not opened by the browser', async ({ page }) => {
  const evidence = await openEvidence(page);
  const isStopped = () =>
    page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.pdf'));
      return !document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
  // The page is shown before its script runs, so this waits for the script.
  await expect.poll(isStopped).toBe(true);
  await expect(evidence.choose).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 740 } });

  test('the evidence panel needs no sideways scrolling, also with a long file name', async ({ page }) => {
    const evidence = await openEvidence(page);
    const name = `${'很长的文件名'.repeat(8)}.jpg`;
    await evidence.chooseFile(name, samples.jpg);
    await expect(evidence.file(name)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await expectNoBarriers(page);
  });
});

test('the review desk shows the files that were filed with a report', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('用户名', { exact: true }).fill('reviewer');
  await page.getByLabel('密码', { exact: true }).fill('Demo-2020');
  await page.getByRole('main').getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/review/);
  await page.getByRole('row').filter({ hasText: '审核中' }).getByRole('link', { name: '审核' }).click();
  const link = page.getByRole('link', { name: '演示样例-会议纪要.pdf' });
  await expect(link).toBeVisible();
  expect((await page.request.get((await link.getAttribute('href')) ?? '')).headers()['content-disposition']).toContain(
    'attachment',
  );
  await expectNoBarriers(page);
});
