import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with the first element of each rule of accessibility that the page breaks. */
export async function expectNoBarriers(page: Page) {
  // The framework brings a page's title a moment after its content.
  await expect(page).toHaveTitle(/./);
  // No page holds a frame, so nothing needs to be put together on a second page, which would double the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Fails where a phone would have to scroll sideways, or finds a barrier. */
export async function expectToFitPhone(page: Page) {
  await page.setViewportSize({ width: 375, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await expectNoBarriers(page);
  await page.setViewportSize({ width: 1280, height: 800 });
}
