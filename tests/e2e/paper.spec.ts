import { expect, type Page } from '@playwright/test';
import { signInAs } from '../support/pages/review-sign-in';
import { test } from '../support/pages/test';

// The pages of the division that a leader is shown on paper, in the demonstration with its sixteen agencies.

/** The number of pages on which Chromium prints the page that is open. */
async function printedPages(page: Page): Promise<number> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  return bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('the overview and the statistics are printed on two sheets, with the time of their data and without what is pressed', async ({
  page,
}) => {
  await signInAs(page, 'coordinator');
  for (const [address, title] of [
    ['/review', '季度报告审核'],
    ['/review/counting', '报送统计'],
    ['/review/chasing/log', '催办与通知记录'],
    ['/review/extensions', '延期申请'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(/数据截至\d{4}年\d+月\d+日 \d\d:\d\d/)).toBeVisible();
    await expect(page.getByRole('navigation', { name: '当前位置' })).toBeHidden();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.locator('main form:visible').filter({ hasNot: page.locator('table') })).toHaveCount(0);
    expect([title, (await printedPages(page)) <= 2]).toEqual([title, true]);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('a row of the overview is printed as a row, not as the card of a phone', async ({ page }) => {
  await signInAs(page, 'leader');
  await page.setViewportSize({ width: 680, height: 900 });
  await page.goto('/review');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('row').nth(1)).toHaveCSS('display', 'table-row');
  await expect(page.getByRole('columnheader', { name: '操作' })).toBeHidden();
});
