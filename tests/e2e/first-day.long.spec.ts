import { type Browser, expect, type Page } from '@playwright/test';
import { standStill } from '../support/clock';
import { OwnPortal, officerPassword } from '../support/own-portal';
import { AgencyDesk } from '../support/pages/agency-desk';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { PlanImportPage } from '../support/pages/plan-import-page';
import { test } from '../support/pages/test';
import { enter } from '../support/portal-command';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.startEmpty();
  // A day on which the first quarter of a year is open whose calendar the portal brings along.
  await standStill('2026-03-02T01:00:00Z', portal.sql);
});

test.afterAll(() => portal.stop());

/** Enters the command that the page shows, with a name in the place of each example. */
async function runShown(page: Page, userName: string, name: string): Promise<string> {
  const shown = (await page.locator('pre').textContent()) ?? '';
  const [, script = '', options = ''] = /^npm run (\S+) -- (.*)$/.exec(shown) ?? [];
  return enter(portal, script, ...options.replace('用户名', userName).replace('姓名', name).split(' '));
}

const passwordIn = (printed: string) => /：(\S+)\s*$/.exec(printed)?.[1] ?? '';

/** Signs in with a one-time password in a browser of one's own, and changes it as the portal asks. */
async function firstSignIn(browser: Browser, userName: string, oneTimePassword: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: portal.url, locale: 'zh-CN' })).newPage();
  const signIn = new FilingSignIn(page);
  await signIn.open();
  await signIn.userName.fill(userName);
  await signIn.password.fill(oneTimePassword);
  await signIn.submit.click();
  await page.getByLabel('原密码').fill(oneTimePassword);
  await page.getByLabel('新密码', { exact: true }).fill(officerPassword);
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByRole('main').getByRole('link', { name: '进入工作台' }).click();
  return page;
}

async function addAgency(page: Page, name: string): Promise<void> {
  await page.goto('/register/new');
  await page.getByLabel('名称').first().fill(name);
  await page.getByRole('button', { name: '新增' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

/** A step of the first page, by its number. */
const step = (page: Page, number: number) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`^${number}\\.`) }) });

test('an empty portal leads from the first account over the calendar and the import to the first report of an agency', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  enter(portal, 'office:create', '--name', '高新技术处', '--code', 'keji');
  const made = enter(
    portal,
    'account:create',
    '--user',
    'wang',
    '--name',
    '王主任',
    '--role',
    'coordinator',
    '--office',
    'keji',
  );
  const page = await firstSignIn(browser, 'wang', passwordIn(made));
  await expect(page.getByRole('heading', { level: 1, name: '开始使用' })).toBeVisible();
  await expectNoBarriers(page);
  await expectToFitPhone(page);
  for (const number of [1, 3, 4]) await expect(step(page, number)).toContainText('待办');

  await runShown(page, 'li', '李审核');
  await page.reload();
  await expect(step(page, 1)).toContainText('✓ 已完成');

  await expect(step(page, 2)).toContainText('2026 年的放假调休安排已确认');
  await step(page, 2).getByRole('link', { name: '查看工作日历' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2026年工作日历' })).toBeVisible();
  await page.goto('/desk');

  await step(page, 3).getByRole('link', { name: '导入文件' }).click();
  const preview = new PlanImportPage(page);
  await preview.choosesSample('g4-merged.docx');
  await preview.settleUnits();
  await preview.storing.click();
  await expect(page).toHaveURL(/\/plans\/2026$/);
  await page.goto('/desk');
  await expect(step(page, 3)).toContainText('✓ 已完成');
  await step(page, 3)
    .getByRole('link', { name: /2026年重点任务分工/ })
    .click();

  // The file speaks of 各区人民政府, which the new register does not have yet.
  await expect(page.getByRole('button', { name: '下达本计划' })).toBeDisabled();
  await addAgency(page, '东区人民政府');
  await page.goto('/plans/2026');
  await page.getByRole('link', { name: '前往“单位”' }).first().click();
  await page.getByRole('link', { name: /还没有写明包括哪些单位/ }).click();
  await expect(page.getByLabel('单位组名称')).toHaveValue('各区人民政府');
  await page.getByLabel('东区人民政府').check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('list', { name: '“各区人民政府”的成员' })).toContainText('东区人民政府');
  await page.goto('/plans/2026');
  await page.getByRole('button', { name: '下达本计划' }).click();
  await expect(page.getByText('本计划已下达，已通知各单位。')).toBeVisible();
  await page.goto('/desk');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('季度报告');
  await expectToFitPhone(page);

  const [agency] = await portal.sql<{ code: string }>(`SELECT code FROM "Agency" WHERE name = '市教委'`);
  const options = ['--name', '赵审核', '--role', 'approver,reporter', '--agency', agency?.code ?? ''];
  const officer = await firstSignIn(
    browser,
    'zhao',
    passwordIn(enter(portal, 'account:create', '--user', 'zhao', ...options)),
  );
  const desk = new AgencyDesk(officer);
  await expect(desk.period('2026年第一季度')).toContainText('2026年4月3日');
  await expectNoBarriers(officer);
  await desk.period('2026年第一季度').getByRole('button', { name: '开始填报' }).click();
  await expect(officer.getByRole('region', { name: /^任务3/ })).toContainText('加强人才培养');
  const visitor = await (await browser.newContext({ baseURL: portal.url, locale: 'zh-CN' })).newPage();
  await visitor.goto('/');
  await expect(visitor.getByText('2026年重点任务分工').first()).toBeVisible();
});
