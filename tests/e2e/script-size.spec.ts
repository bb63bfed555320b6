import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { openEditor } from '../support/pages/filing-opened';
import { test } from '../support/pages/test';
import { scriptLimits } from '../support/script-limits';

/** Collects the scripts that a page loads, with the gzipped size of each in KB. */
function weighScripts(page: Page): { total(): Promise<number> } {
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || scripts.has(response.url())) return;
    scripts.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length / 1000),
    );
  });
  return { total: async () => (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0) };
}

test(`the editor of a report loads at most ${scriptLimits.editor} KB of script, measured gzipped`, async ({
  page,
  context,
}) => {
  const editor = await openEditor(page, 'agency04');
  const fresh = await context.newPage();
  const scripts = weighScripts(fresh);
  await fresh.goto(editor.page.url(), { waitUntil: 'networkidle' });
  expect(await scripts.total()).toBeGreaterThan(50);
  expect(await scripts.total()).toBeLessThanOrEqual(scriptLimits.editor);
});
