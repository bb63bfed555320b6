import type { Page } from '@playwright/test';
import { PlanImportPage } from '@/tests/support/pages/plan-import-page';

export type Picture = { name: string; userName: string | null; width?: number; open: (page: Page) => Promise<unknown> };

const phone = 375;

/** Opens the first link to a report on the desk. */
async function openReport(page: Page): Promise<void> {
  await page.locator('main a[href^="/filing/"]:not([href*="calendar"])').first().click();
  await page.waitForURL(/\/filing\/[0-9a-f-]{36}/);
}

const reportId = (page: Page) => /\/filing\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

async function openBeside(page: Page, address: string): Promise<void> {
  await openReport(page);
  await page.goto(`/filing/${reportId(page)}/${address}`);
}

/** Waits until the agency is notified of the return. */
async function openMessages(page: Page): Promise<void> {
  const notice = page.locator('main li').first();
  do await page.goto('/messages');
  while (!(await notice.isVisible()));
}

/** Creates a draft of the summary with the form's defaults. */
async function openSummary(page: Page): Promise<void> {
  await page.goto('/review/summaries/new');
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(/\/summaries\/[0-9a-f-]{36}/);
}

/** Reads a file of a plan, with what is not clear in it yet. */
async function openPlanImport(page: Page): Promise<void> {
  const preview = new PlanImportPage(page);
  await preview.choosesSample('g4-merged.docx');
  await preview.counts.waitFor();
}

/** Types into a section that a colleague saves at the same moment, so that both texts are shown. */
async function showConflict(page: Page): Promise<void> {
  await openReport(page);
  const taskId = await page.locator('input[name$=".taskId"]').first().inputValue();
  const section = (name: string) => page.locator(`textarea[name$=".${name}"]`).first();
  const field = section('nextSteps');
  const earlier = await field.inputValue();
  const theirs = `${earlier}\n${await section('problems').inputValue()}`;
  await field.fill(`${earlier}\n${await section('results').inputValue()}`);
  await page.evaluate(
    ([address = '', task = '', content = '']) =>
      fetch(address, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ changes: [{ taskId: task, field: 'nextSteps', version: 1, content }] }),
      }),
    [`/api/filing/reports/${reportId(page)}/fields`, taskId, theirs],
  );
  await field.blur();
  const box = page.getByRole('main').getByRole('alert').first();
  await box.waitFor();
  await box.locator('xpath=..').getByRole('button').last().scrollIntoViewIfNeeded();
}

/** One picture per page, taken with the account that uses it, in the order of the README. */
export const pictures: Picture[] = [
  { name: 'public', userName: null, open: (page) => page.goto('/') },
  { name: 'desk', userName: 'agency05', open: (page) => page.goto('/filing') },
  { name: 'desk-phone', userName: 'agency04', width: phone, open: (page) => page.goto('/filing') },
  { name: 'editor', userName: 'agency05', open: openReport },
  { name: 'editor-phone', userName: 'agency05', width: phone, open: openReport },
  { name: 'check', userName: 'agency05', open: (page) => openBeside(page, 'check') },
  { name: 'extension', userName: 'agency05', open: (page) => openBeside(page, 'extension') },
  { name: 'version', userName: 'agency05', open: (page) => openBeside(page, 'versions/1') },
  { name: 'receipt', userName: 'agency05', open: (page) => openBeside(page, 'versions/1/receipt') },
  { name: 'receipt-check', userName: null, open: (page) => page.goto('/receipts') },
  { name: 'sign-off', userName: 'approver03', open: openReport },
  { name: 'officers', userName: 'approver03', open: (page) => page.goto('/filing/officers') },
  {
    name: 'contribution',
    userName: 'agency16',
    open: (page) => page.goto('/filing').then(() => page.locator('a[href*="/contributions/"]').first().click()),
  },
  { name: 'calendar', userName: 'agency05', open: (page) => page.goto('/filing/calendar') },
  { name: 'plan', userName: 'coordinator', open: (page) => page.goto('/plans/2020') },
  { name: 'plan-import', userName: 'coordinator', open: openPlanImport },
  { name: 'register', userName: 'coordinator', open: (page) => page.goto('/register') },
  { name: 'review', userName: 'reviewer', open: (page) => page.goto('/review') },
  {
    name: 'review-report',
    userName: 'reviewer',
    open: (page) =>
      page.goto('/review?status=filed').then(() => page.locator('tbody a[href^="/review/"]').last().click()),
  },
  { name: 'counting', userName: 'leader', open: (page) => page.goto('/review/counting') },
  { name: 'assignment', userName: 'coordinator', open: (page) => page.goto('/review/assignment') },
  { name: 'chasing', userName: 'coordinator', open: (page) => page.goto('/review/chasing') },
  { name: 'messages', userName: 'agency05', open: openMessages },
  { name: 'summary', userName: 'reviewer', open: openSummary },
  { name: 'documents-desk', userName: 'reviewer', open: (page) => page.goto('/review/documents#documents') },
  // Last, because it changes the state that the others show.
  { name: 'conflict', userName: 'agency05', open: showConflict },
];
