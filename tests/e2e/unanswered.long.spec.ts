import { type Browser, expect, type Page } from '@playwright/test';
import { furnishDivision } from '../support/division-desk';
import { type Officer, OwnPortal } from '../support/own-portal';
import { openAs, signInNamed } from '../support/pages/own-person';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';
import { storeApril } from '../support/year';

let portal: OwnPortal;
let coordinator: Officer;
let pages: Record<string, string>;
let filed: MadeReport;
let accepted: MadeReport;
let draft: MadeReport;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await storeApril(portal.sql);
  coordinator = await signInNamed(portal, 'coordinator', '李四');
  pages = await furnishDivision(portal);
});

test.beforeEach(async () => {
  filed = await makeReport({ status: 'filed', run: portal.sql });
  accepted = await makeReport({ status: 'accepted', run: portal.sql });
  draft = await makeReport({ run: portal.sql });
});

test.afterAll(() => portal.stop());

const unanswered = '没有得到服务器的答复，本次操作没有完成。';

/** Presses a button without a network and checks that the page stays and says that it got no answer. */
async function pressOffline(page: Page, button: string): Promise<void> {
  const stood = page.url();
  await page.context().setOffline(true);
  await page.getByRole('main').getByRole('button', { name: button }).first().click();
  await expect(page.getByRole('alert').filter({ hasText: unanswered })).toBeVisible();
  await page.context().setOffline(false);
  expect(page.url()).toBe(stood);
}

type Form = { name: string; address: () => string | undefined; open?: string; field?: RegExp; button: string };

const forms: Form[] = [
  { name: 'begins the review', address: () => `/review/${filed.id}`, button: '开始审核' },
  {
    name: 'opens a report again',
    address: () => `/review/${accepted.id}`,
    open: '重新打开审核……',
    field: /重新打开的理由/,
    button: '重新打开审核',
  },
  {
    name: 'gives more time',
    address: () => `/review/${draft.id}`,
    open: '主动延期……',
    field: /理由/,
    button: '主动延期',
  },
  { name: 'decides on an extension', address: () => '/review/extensions', field: /^理由/, button: '提交办理结果' },
  {
    name: 'proposes a publication',
    address: () => pages['/review/[reportId]/publication'],
    field: /更正的理由/,
    button: '提请公开',
  },
  { name: 'makes a summary', address: () => pages['/review/summaries/new'], field: /导语/, button: '建立草稿' },
  {
    name: 'edits a passage',
    address: () => pages['/review/summaries/[summaryId]'],
    open: '工作进展情况',
    field: /工作进展情况/,
    button: '保存修改',
  },
  { name: 'moves a task', address: () => pages['/review/summaries/[summaryId]/order'], button: '恢复通知附件的顺序' },
  { name: 'asks for a document', address: () => pages['/review/documents'], button: '生成' },
];

const signIn = (browser: Browser, address: string) => openAs(browser, portal, coordinator, address);

for (const { name, address, open, field, button } of forms) {
  test(`the form that ${name} keeps what was typed when no answer comes`, async ({ browser }) => {
    const page = await signIn(browser, address() ?? '');
    if (open) await page.getByRole('main').locator('summary').filter({ hasText: open }).first().click();
    const typed = field && page.getByRole('main').getByRole('textbox', { name: field }).first();
    await typed?.fill('断网时写下的话');
    await pressOffline(page, button);
    if (typed) await expect(typed).toHaveValue('断网时写下的话');
  });
}

test('a return that got no answer from the server keeps its text and can be sent again', async ({ browser }) => {
  const page = await signIn(browser, `/review/${filed.id}`);
  const reason = page.getByRole('textbox', { name: /退回意见/ }).first();
  await reason.fill('请补充数据');
  await pressOffline(page, '退回修改');
  await expect(reason).toHaveValue('请补充数据');
  await page.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText('已退回单位修改')).toBeVisible();
});

test('an acceptance that got no answer from the server can be sent again', async ({ browser }) => {
  const page = await signIn(browser, `/review/${filed.id}`);
  await pressOffline(page, '审核通过');
  await page.getByRole('button', { name: '审核通过' }).click();
  await expect(page.getByText('已审核通过。')).toBeVisible();
});

test('a page that refreshes itself stays while there is no network, and goes on when it is back', async ({
  browser,
}) => {
  const page = await signIn(browser, pages['/review/documents'] ?? '');
  await page.getByRole('button', { name: '生成' }).click();
  await expect(page.getByRole('status').filter({ hasText: '正在生成' })).toBeVisible();
  await page.context().setOffline(true);
  for (let shown = 0; shown < 2; shown += 1) await page.waitForEvent('requestfailed');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('文件导出');
  await page.context().setOffline(false);
  await page.waitForResponse((response) => response.url().includes('/review/documents') && response.ok());
});

test("a failure without a network is shown in the portal's own words, and can be tried again", async ({ browser }) => {
  const page = await signIn(browser, '/review/documents');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('页面暂时打不开');
  await expect(page.getByText('请检查网络，稍后再试')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('文件导出');
});
