import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { deleteNewerBuiltIns } from '../support/newer-built-ins';
import { openEditor } from '../support/pages/filing-opened';
import { test } from '../support/pages/test';
import { newerThanChromium86 } from '../support/script-syntax';
import { root } from '../support/source-files';

const notice = /浏览器版本过低/;
const scriptsMissing = /本页的脚本没有运行/;

test('no script of the portal uses syntax or built-ins that are newer than Chromium 86', () => {
  const read = (file: string) => readFileSync(path.join(root, '.next', file), 'utf8');
  // Loaded by browsers without modules only, for which it adds built-ins.
  const { polyfillFiles } = JSON.parse(read('build-manifest.json')) as { polyfillFiles: string[] };
  const scripts = globSync('static/chunks/*.js', { cwd: path.join(root, '.next') });
  const own = scripts.filter((file) => !polyfillFiles.includes(file));
  expect(own.length).toBeGreaterThan(20);
  expect(own.flatMap((file) => newerThanChromium86(read(file)).map((newer) => `${file}: ${newer}`))).toEqual([]);
});

test('without the built-ins that are newer than Chromium 86 the portal is read, and a text is saved by itself and by its button', async ({
  page,
}) => {
  await deleteNewerBuiltIns(page);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(notice)).toBeHidden();
  const editor = await openEditor(page, 'agency04');
  await editor.section(1, '下一步工作').fill('旧版浏览器中填写的内容。');
  await expect(editor.saved).toBeVisible();
  await editor.section(1, '取得成效').fill('按按钮保存的内容。');
  await editor.saveAndCheck.click();
  await expect(page).toHaveURL(/\/check$/);
  expect(errors).toEqual([]);
});

test('a browser older than Chromium 86 is told so, by styles alone', async ({ page }) => {
  await page.route('**/*.css', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll('selector(:focus-visible)', 'selector(:unknown-to-it)');
    await route.fulfill({ response: answer, body });
  });
  await page.goto('/');
  await expect(page.getByText(notice)).toBeVisible();
});

test('a page of a desk whose scripts do not come says so, and one whose scripts run does not', async ({ page }) => {
  await openEditor(page, 'agency04');
  await expect(page.getByText(scriptsMissing)).toHaveCount(0);
  await page.route('**/*.js', (route) => route.abort());
  await page.reload();
  await expect(page.getByText(scriptsMissing)).toBeHidden();
  await page.evaluate(() => document.getAnimations().forEach((animation) => void animation.finish()));
  await expect(page.getByText(scriptsMissing)).toBeVisible();
});
