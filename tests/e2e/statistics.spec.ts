import { expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { StatisticsPage } from '../support/pages/statistics-page';
import { test } from '../support/pages/test';
import { now } from '../support/report-states';
import { makeAgency } from '../support/reports';
import { storeYear } from '../support/stored-year';

const lists = ['/review/counting', '/review/counting/tasks', '/review/counting/problems'];

let portal: OwnPortal;
let leader: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await setDemonstrationClock(now, portal.sql);
  await storeYear(portal.sql);
  await setDemonstrationClock(new Date('2020-06-05T01:00:00Z'), portal.sql);
  leader = await portal.signIn('leader');
});

test.afterAll(() => portal.stop());

test('the rates are shown in a table, in words and in an image with a text', async ({ browser }) => {
  const statistics = new StatisticsPage(await openAs(browser, portal, leader));
  await statistics.open();
  expect(await statistics.cells('分季度', '2020年第一季度')).toEqual(['24', '12', '4', '4', '4', '0', '4', '66.7%']);
  expect(await statistics.cells('分季度', '2020年第二季度')).toEqual(['24', '0', '0', '0', '0', '24', '0', '尚未截止']);
  expect(await statistics.cells('分季度', '合计')).toEqual(['48', '12', '4', '4', '4', '24', '4', '66.7%']);
  expect(await statistics.cells('分年度', '2020年')).toEqual(['48', '12', '4', '4', '4', '24', '4', '66.7%']);
  expect(await statistics.cells('分单位', '第6局')).toEqual(['2', '0', '0', '0', '1', '1', '0', '0.0%']);
  await expect(statistics.page.getByText('按时报送率 =（按时 + 延期内）÷ 应报')).toBeVisible();
  const picture = statistics.page.getByRole('img', { name: /2020年第一季度：按时报送率66\.7%，按时12份/ });
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1040);
  await expectNoBarriers(statistics.page);
});

for (const caption of ['分季度', '分年度', '分单位', '任务进度']) {
  test(`every number of “${caption}” leads to a list of the same length`, async ({ browser }) => {
    const statistics = new StatisticsPage(await openAs(browser, portal, leader));
    await statistics.open();
    const links = await statistics.links(caption);
    expect(links.length).toBeGreaterThan(5);
    const found = await Promise.all(links.map(async ({ words, href }) => [words, await statistics.lengthOf(href)]));
    expect(found).toEqual(links.map(({ words, count }) => [words, count]));
  });
}

test('a number opens its list, which names its filters and keeps them on the next page and in its reports', async ({
  browser,
}) => {
  const statistics = new StatisticsPage(await openAs(browser, portal, leader));
  await statistics.open('?quarter=2020Q1');
  await statistics.table('分单位').getByRole('link', { name: '第6局 未报送' }).click();
  await expect(statistics.page.locator('tbody').getByRole('rowheader')).toHaveText(['第6局']);
  await expect(statistics.page.getByText('同时限定：第6局')).toBeVisible();
  await expect(statistics.page.getByLabel('首次报送')).toHaveValue('missing');
  await expectNoBarriers(statistics.page);
  await statistics.page.locator('tbody').getByRole('link').click();
  await expect(statistics.page.getByText('已是清单中的第一份')).toBeVisible();
  await expect(statistics.page.getByText('已是清单中的最后一份')).toBeVisible();
  await statistics.open();
  await statistics.table('分年度').getByRole('link', { name: '2020年 未到期' }).click();
  await statistics.page.getByRole('link', { name: '下一页' }).click();
  await expect(statistics.page.locator('tbody').getByRole('rowheader')).toHaveCount(4);
});

test('without any script the statistics are filtered, searched and paged by address', async ({ browser }) => {
  const page = await openAs(browser, portal, leader, { javaScriptEnabled: false });
  const statistics = new StatisticsPage(page);
  await statistics.open();
  await expect(statistics.table('分单位').getByRole('rowheader')).toHaveCount(20);
  await page.getByRole('link', { name: '下一页' }).click();
  await expect(statistics.table('分单位').getByRole('rowheader')).toHaveCount(4);
  await page.getByLabel('季度', { exact: true }).selectOption('2020Q1');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page).toHaveURL(/quarter=2020Q1/);
  await expect(statistics.table('分季度').getByRole('rowheader')).toHaveText(['2020年第一季度']);
  await page.getByLabel('单位名称').fill('第12局');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(statistics.table('分单位').getByRole('rowheader')).toHaveText(['第12局']);
  await expect(page).toHaveURL(/quarter=2020Q1/);
});

test('the open problems can be searched', async ({ browser }) => {
  const page = await openAs(browser, portal, leader, { javaScriptEnabled: false });
  await page.goto('/review/counting/problems');
  await expect(page.getByText('共 16 项问题')).toBeVisible();
  await page.getByLabel('问题、任务或单位名称').fill('到位13');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByText('共 1 项问题')).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: '经费尚未到位13' })).toContainText(
    '第13局',
  );
});

test('the pages of statistics have no accessibility barrier and fit a phone', async ({ browser }) => {
  test.slow();
  const page = await openAs(browser, portal, leader);
  for (const path of lists) {
    await page.goto(path);
    await expectNoBarriers(page);
    await expectToFitPhone(page);
  }
});

for (const role of ['reviewer', 'coordinator', 'leader'] as const) {
  test(`the ${role} can read the statistics`, async () => {
    const visitor = await portal.signIn(role);
    for (const path of lists) expect((await visitor.request(path)).status).toBe(200);
  });
}

for (const role of ['reporter', 'approver', 'system_administrator', 'security_administrator', 'auditor'] as const) {
  test(`the ${role} does not find the statistics`, async () => {
    const isOfAgency = role === 'reporter' || role === 'approver';
    const visitor = await portal.signIn(role, isOfAgency ? await makeAgency(portal.sql) : null);
    for (const path of lists) {
      const response = await visitor.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('第6局');
    }
  });
}
