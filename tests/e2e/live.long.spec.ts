import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { LiveStream } from '../support/live-stream';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { FilingEditor } from '../support/pages/filing-editor';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';

let portal: OwnPortal;
let report: MadeReport;
let reporter: Officer;
let approver: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  report = await makeReport({ tasks: 3, run: portal.sql });
  const named = async (role: 'reporter' | 'approver', displayName: string) => {
    const officer = await portal.signIn(role, report.agencyId);
    await portal.sql('UPDATE "Account" SET "displayName" = $2 WHERE id = $1', [officer.accountId, displayName]);
    return officer;
  };
  reporter = await named('reporter', '张三');
  approver = await named('approver', '李四');
});

test.afterAll(() => portal.stop());

/** Opens the report in an own browser of an officer. */
async function signIn(browser: Browser, officer: Officer, width = 1280): Promise<FilingEditor> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const session = { name: 'portal-session', value: officer.cookie('portal-session') };
  await context.addCookies([{ ...session, url: portal.url }]);
  return lookAt(await context.newPage());
}

async function lookAt(page: Page): Promise<FilingEditor> {
  await page.goto(`${portal.url}/filing/${report.id}`);
  return new FilingEditor(page);
}

const writers = ({ page }: FilingEditor) => page.getByRole('list', { name: '同时在本报告中的人员' });
const leave = ({ page }: FilingEditor) => page.context().close();

test('two officers see each other, the task in which the other writes, and the end of the visit', async ({
  browser,
}) => {
  const mine = await signIn(browser, reporter);
  const theirs = await signIn(browser, approver, 375);
  await expect(writers(mine)).toHaveText('李四也打开了本报告');
  await expect(writers(theirs)).toHaveText('张三也打开了本报告');
  await expect(mine.page.getByRole('status').filter({ hasText: '李四也打开了本报告' })).toBeAttached();

  await theirs.section(2, '取得成效').focus();
  await expect(writers(mine)).toHaveText('李四正在填写任务2');
  await expect(mine.task(2)).toContainText('李四正在填写这项任务');
  await mine.section(1, '存在问题').click();
  await expect(writers(theirs)).toHaveText('张三正在填写任务1');
  await theirs.section(3, '取得成效').click();
  await expect(writers(mine)).toHaveText('李四正在填写任务3');
  await expect(mine.task(2)).not.toContainText('李四');
  await expectNoBarriers(mine.page);
  await expectNoBarriers(theirs.page);

  await theirs.page.goto(`${portal.url}/filing`);
  await expect(writers(mine)).toBeHidden();
  await Promise.all([leave(mine), leave(theirs)]);
});

test('after the server was away two officers see each other again, each in the task of that moment', async ({
  browser,
}) => {
  const mine = await signIn(browser, reporter);
  const theirs = await signIn(browser, approver);
  await theirs.section(1, '取得成效').click();
  await expect(writers(mine)).toHaveText('李四正在填写任务1');
  await portal.kill();
  await expect(writers(mine)).toBeHidden();
  await theirs.section(2, '取得成效').click();
  await portal.restart();
  await expect(writers(mine)).toHaveText('李四正在填写任务2');
  await Promise.all([leave(mine), leave(theirs)]);
});

test('an officer with the report open twice sees the other window', async ({ browser }) => {
  const here = await signIn(browser, reporter);
  const elsewhere = await lookAt(await here.page.context().newPage());
  await expect(writers(here)).toHaveText('您在另一个窗口也打开了本报告');
  await elsewhere.section(1, '取得成效').click();
  await expect(writers(here)).toHaveText('您在另一个窗口填写任务1');
  await leave(here);
});

test('a page whose account opened eight newer ones says so, and is live again when its reader turns to it', async ({
  browser,
}) => {
  const here = await signIn(browser, reporter);
  const gaveWay = here.page.getByText('该页面的实时更新已在别处打开，本页每分钟更新一次。');
  const openOne = () => LiveStream.open(reporter, report.id, { tab: randomUUID() });
  const open = [await openOne()];
  // From here on the page has a stream of its own, which is older than the next eight.
  await expect(writers(here)).toHaveText('您在另一个窗口也打开了本报告');
  while (open.length < 9) open.push(await openOne());
  await expect(gaveWay).toBeVisible();
  await expectNoBarriers(here.page);
  await here.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(gaveWay).toBeHidden();
  await expect(writers(here)).toHaveText('您在另一个窗口也打开了本报告');
  for (const stream of open) stream.close();
  await leave(here);
});
