import { expect, type Page } from '@playwright/test';
import { type Officer, OwnPortal } from '../support/own-portal';
import { FilingCheck } from '../support/pages/filing-check';
import { FilingReceipt } from '../support/pages/filing-receipt';
import { OfficerBrowser } from '../support/pages/officer-browser';
import { test } from '../support/pages/test';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';

let portal: OwnPortal;
let agencyId: string;
let reporter: Officer;
let report: MadeReport;
let page: Page;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  agencyId = await makeAgency(portal.sql);
  reporter = await portal.signIn('reporter', agencyId);
});

test.afterAll(() => portal.stop());

test.beforeEach(async ({ browser }) => {
  report = await makeReport({ agencyId, run: portal.sql });
  page = await new OfficerBrowser(portal, report.id).signIn(browser, reporter);
});

test.afterEach(() => page.context().close());

async function openCheck(tab: Page): Promise<FilingCheck> {
  await tab.goto(`${portal.url}/filing/${report.id}/check`);
  return new FilingCheck(tab);
}

/** Checks that there is one receipt, and that every tab shows it. */
async function expectOneReceipt(...tabs: Page[]): Promise<void> {
  const numbers: string[] = [];
  for (const tab of tabs) {
    await expect(tab).toHaveURL(/\/versions\/1$/);
    numbers.push(await new FilingReceipt(tab).fact('回执编号'));
  }
  const filed = await portal.sql<{ receiptNumber: string }>(
    'SELECT "receiptNumber" FROM "FiledVersion" WHERE "reportId" = $1',
    [report.id],
  );
  expect(filed).toHaveLength(1);
  expect(new Set(numbers)).toEqual(new Set(filed.map(({ receiptNumber }) => receiptNumber)));
}

test('a double click files once, with one receipt', async () => {
  const { file } = await openCheck(page);
  await file.dblclick();
  await expectOneReceipt(page);
});

test('a filing sent again because its answer was lost gets the receipt of the first', async () => {
  const { file } = await openCheck(page);
  await page.route('**/check', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    return route.abort();
  });
  await file.click();
  await expect(page.getByText('没有得到服务器的答复')).toBeVisible();
  await page.unroute('**/check');
  await file.click();
  await expectOneReceipt(page);
});

test('two tabs that file at once give one version, and both show its receipt', async () => {
  const other = await page.context().newPage();
  const checks = [await openCheck(page), await openCheck(other)];
  await Promise.all(checks.map(({ file }) => file.click()));
  await expectOneReceipt(page, other);
});
