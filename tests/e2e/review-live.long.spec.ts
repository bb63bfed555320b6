import { expect, type Page } from '@playwright/test';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { FilingCheck } from '../support/pages/filing-check';
import { makeDesk } from '../support/pages/own-desk';
import { openAs, signInNamed, spoken } from '../support/pages/own-person';
import { ReviewDesk } from '../support/pages/review-desk';
import { test } from '../support/pages/test';
import type { MadeReport } from '../support/reports';

/** The longest time that may pass between a filing and the updated overview. */
const turn = { timeout: 2_000 };

let portal: OwnPortal;
let reports: MadeReport[];
let reviewer: Officer;

const reportOf = (index: number) => reports[index] as MadeReport;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  reports = await makeDesk(portal, [
    { agency: '市教委', status: 'draft' },
    { agency: '市卫生健康委', status: 'draft' },
    { agency: '市民政局', status: 'draft' },
    { agency: '市交通运输委', status: 'filed' },
  ]);
  reviewer = await signInNamed(portal, 'reviewer', '张三');
});

test.afterAll(() => portal.stop());

const record = (name: string, report: MadeReport, times = 1) =>
  portal.sql(`INSERT INTO "Event" (name, "reportId", detail) SELECT $1, $2, '{}' FROM generate_series(1, $3::int)`, [
    name,
    report.id,
    times,
  ]);

/** Waits until the overview listens and has read the events that it missed before. */
async function listens(page: Page) {
  await expect(page.getByText('本页自动更新')).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Counts from now on the requests that read the list again. */
function countReads(page: Page) {
  let reads = 0;
  page.on('request', (request) => {
    if (request.headers().rsc !== undefined && new URL(request.url()).pathname === '/review') reads += 1;
  });
  return () => reads;
}

const idles = async (officer: Officer, since: string) => {
  const [session] = await portal.sql<{ idle: boolean }>(
    `SELECT "lastSeenAt" < now() - $2::interval AS idle FROM "Session" WHERE "accountId" = $1`,
    [officer.accountId, since],
  );
  return session?.idle;
};

test('the list is updated within two seconds when an agency files, announces it, and keeps focus, input and scrolling', async ({
  browser,
}) => {
  const officer = await portal.signIn('reporter', reportOf(0).agencyId);
  const agency = await openAs(browser, portal, officer, `/filing/${reportOf(0).id}/check`);
  const page = await openAs(browser, portal, reviewer, '/review');
  const desk = new ReviewDesk(page);
  await listens(page);
  await expect.poll(async () => (await desk.agencies())[0]).toBe('市交通运输委');
  await expectNoBarriers(page);
  await page.getByLabel('单位名称').fill('还没有查询');
  const link = desk.row('市民政局').getByRole('link');
  await link.focus();
  const scrolled = await page.evaluate(() => window.scrollY);

  await new FilingCheck(agency).file.click();
  await expect(agency.getByText('报送成功')).toBeVisible();
  await expect(desk.row('市教委')).toContainText('已报送', turn);
  await expect(spoken(page, '市教委已报送2020年第一季度报告')).toBeVisible();
  await expect.poll(async () => (await desk.agencies())[0]).toBe('市教委');
  await expect(desk.count('已报送')).toContainText('2');
  await expect(link).toBeFocused();
  await expect(page.getByLabel('单位名称')).toHaveValue('还没有查询');
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - scrolled)).toBeLessThan(200);
  await expectNoBarriers(page);
  await expectToFitPhone(page);
});

test('the grid is updated too, and the focus stays in the list when its row has gone', async ({ browser }) => {
  const officer = await portal.signIn('reporter', reportOf(1).agencyId);
  const agency = await openAs(browser, portal, officer, `/filing/${reportOf(1).id}/check`);
  const grid = await openAs(browser, portal, reviewer, '/review?view=grid');
  const drafts = await openAs(browser, portal, reviewer, '/review?status=draft');
  await Promise.all([listens(grid), listens(drafts)]);
  const gone = new ReviewDesk(drafts).row('市卫生健康委');
  await gone.getByRole('link').focus();
  await new FilingCheck(agency).file.click();
  await expect(grid.getByRole('row', { name: '市卫生健康委' })).toContainText('已报送', turn);
  await expect(gone).toHaveCount(0, turn);
  await expect(drafts.getByRole('region', { name: '报告列表' })).toBeFocused();
});

test('saves do not reload the list, many changes are read together, and background requests keep nobody signed in', async ({
  browser,
}) => {
  const watcher = await signInNamed(portal, 'leader', '王五');
  const page = await openAs(browser, portal, watcher, '/review');
  await listens(page);
  const reads = countReads(page);
  const begun = Date.now();
  await portal.sql(`UPDATE "Session" SET "lastSeenAt" = now() - interval '20 minutes' WHERE "accountId" = $1`, [
    watcher.accountId,
  ]);
  await record('report-saved', reportOf(2), 20);
  await record('evidence-added', reportOf(2), 3);
  await record('report-started', reportOf(2), 30);
  await expect(spoken(page, /市民政局已开始填报2020年第一季度报告.*另有\d+项变动/)).toBeVisible(turn);
  await record('extension-requested', reportOf(2));
  // This update waits behind the many changes; the first test measures the time of a single one.
  await expect(spoken(page, '市民政局已申请2020年第一季度报告延期')).toBeVisible();
  expect(reads()).toBeGreaterThanOrEqual(2);
  // The list is read at most once a second, and once at the start.
  expect(reads()).toBeLessThanOrEqual(Math.ceil((Date.now() - begun) / 1_000) + 1);
  expect(await idles(watcher, '19 minutes')).toBe(true);
  await listens(page);
  await page.goto(`${portal.url}/review/extensions`);
  expect(await idles(watcher, '19 minutes')).toBe(false);
});

test('the overview shows the present status after the server was away', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer, '/review');
  await listens(page);
  await portal.kill();
  await expect(page.getByText('连接已中断')).toBeVisible();
  await expectNoBarriers(page);
  await portal.sql(`UPDATE "Report" SET status = 'awaiting_sign_off' WHERE id = $1`, [reportOf(2).id]);
  await portal.restart();
  await expect(new ReviewDesk(page).row('市民政局')).toContainText('待本单位审核', { timeout: 20_000 });
});
