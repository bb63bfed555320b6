import { expect } from '@playwright/test';
import type { Role } from '@/lib/domain/authorization';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { SummaryPage } from '../support/pages/summary-page';
import { test } from '../support/pages/test';
import { makeAgency } from '../support/reports';
import { type SummarizedPeriod, storeSummarizedPeriod } from '../support/summaries';

let portal: OwnPortal;
let period: SummarizedPeriod;
let reviewer: Officer;
let leader: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  [reviewer, leader] = [await portal.signIn('reviewer'), await portal.signIn('leader')];
});

test.beforeEach(async () => {
  period = await storeSummarizedPeriod(portal.sql);
});

test.afterAll(() => portal.stop());

test('the leader reads and exports a summary and cannot change it', async ({ browser }) => {
  const made = await openAs(browser, portal, reviewer);
  await SummaryPage.make(made, period.planCode);
  const page = await openAs(browser, portal, leader);
  await page.goto(made.url());
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expectNoBarriers(page);
  expect(await new SummaryPage(page).exported()).toContain('进展1（第1版）');
  const exports = await portal.sql(`SELECT FROM "Event" WHERE name = 'summary-exported' AND "accountId" = $1`, [
    leader.accountId,
  ]);
  expect(exports).toHaveLength(1);
  for (const part of ['/order', '/traces']) {
    await page.goto(made.url() + part);
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await expectNoBarriers(page);
  }
});

test('a summary is sent under a file name that every browser and file system accepts', async ({ browser }) => {
  const made = await openAs(browser, portal, reviewer);
  await SummaryPage.make(made, period.planCode);
  const id = new URL(made.url()).pathname.split('/').at(-1);
  await portal.sql(`UPDATE "Summary" SET title = $2 WHERE id = $1`, [id, `'20/21*'`]);
  const { headers } = await reviewer.request(`/review/summaries/${id}/export`);
  expect(headers.get('content-disposition')).toBe(
    "attachment; filename=\"'20-21'.docx\"; filename*=UTF-8''%2720-21%27.docx",
  );
});

test('the pages of a summary fit a phone, and each passage names its source', async ({ browser }) => {
  test.slow();
  const page = await openAs(browser, portal, reviewer);
  await SummaryPage.make(page, period.planCode);
  const address = new URL(page.url()).pathname;
  const list = `/review/summaries?plan=${period.planCode}`;
  for (const path of [list, list.replace('?', '/new?'), address, `${address}/order`, `${address}/traces`]) {
    await page.goto(path);
    await expectToFitPhone(page);
  }
  await expect(page.getByRole('row').filter({ hasText: '任务2' })).toContainText('第1版');
  await expect(page.getByRole('row').filter({ hasText: '任务2' }).getByRole('link').last()).toHaveText(/^S-1-/);
});

for (const role of ['reporter', 'approver', 'system_administrator', 'security_administrator', 'auditor'] as const) {
  test(`the ${role satisfies Role} cannot export a summary`, async ({ browser }) => {
    const made = await openAs(browser, portal, reviewer);
    await SummaryPage.make(made, period.planCode);
    const isOfAgency = role === 'reporter' || role === 'approver';
    const visitor = await portal.signIn(role, isOfAgency ? await makeAgency(portal.sql) : null);
    const answer = await visitor.request(`${new URL(made.url()).pathname}/export`);
    expect(answer.status).toBe(404);
    expect(
      await portal.sql(`SELECT FROM "Event" WHERE name = 'summary-exported' AND "accountId" = $1`, [visitor.accountId]),
    ).toEqual([]);
  });
}
