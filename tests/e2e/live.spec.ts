import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './pages/filing-barriers';
import type { FilingEditor } from './pages/filing-editor';
import { openEditor } from './pages/filing-opened';

/** A person before a browser of their own. */
async function sitDown(browser: Browser, userName: string, width = 1280): Promise<FilingEditor> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  return openEditor(await context.newPage(), userName);
}

const writers = (page: Page) => page.getByRole('list', { name: '同时在本报告中的人员' });

test.describe('two officers of one agency in one report', () => {
  let reporter: FilingEditor;
  let approver: FilingEditor;

  test.beforeEach(async ({ browser }) => {
    reporter = await sitDown(browser, 'agency03');
    approver = await sitDown(browser, 'approver03', 375);
  });

  test.afterEach(async () => {
    for (const editor of [reporter, approver]) await editor.page.context().close();
  });

  test('see each other, in which task the other writes, and that the other has gone', async () => {
    await expect(writers(reporter.page)).toHaveText('演示单位审核人03也打开了本报告');
    await expect(writers(approver.page)).toHaveText('演示填报人03也打开了本报告');
    await expect(reporter.page.getByRole('status').filter({ hasText: '演示单位审核人03' })).toBeAttached();

    await approver.section(2, '取得成效').focus();
    await expect(writers(reporter.page)).toHaveText('演示单位审核人03正在填写任务2');
    await reporter.section(1, '存在问题').click();
    await expect(writers(approver.page)).toHaveText('演示填报人03正在填写任务1');
    await approver.section(3, '取得成效').click();
    await expect(writers(reporter.page)).toHaveText('演示单位审核人03正在填写任务3');
    await expectNoBarriers(reporter.page);
    await expectNoBarriers(approver.page);

    await approver.page.goto('/filing');
    await expect(writers(reporter.page)).toBeHidden();
  });

  test('see each other again after the network was away', async () => {
    await approver.section(2, '取得成效').click();
    await expect(writers(reporter.page)).toHaveText('演示单位审核人03正在填写任务2');
    await reporter.page.context().setOffline(true);
    await reporter.page.reload().catch(() => undefined);
    await reporter.page.context().setOffline(false);
    await reporter.page.reload();
    await expect(writers(reporter.page)).toHaveText('演示单位审核人03正在填写任务2');
  });
});

test('an officer with the report open twice is told of the other window', async ({ browser }) => {
  const here = await sitDown(browser, 'agency03');
  const elsewhere = await here.page.context().newPage();
  await elsewhere.goto(here.page.url());
  await expect(writers(here.page)).toHaveText('您在另一个窗口也打开了本报告');
  await elsewhere
    .getByRole('textbox', { name: /^取得成效/ })
    .first()
    .click();
  await expect(writers(here.page)).toHaveText('您在另一个窗口填写任务1');
  await here.page.context().close();
});
