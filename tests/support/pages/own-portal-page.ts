import { type Browser, expect, type Page } from '@playwright/test';
import type { Officer, OwnPortal } from '../own-portal';

type Settings = Pick<NonNullable<Parameters<Browser['newContext']>[0]>, 'javaScriptEnabled' | 'viewport'>;

/** A browser of its own for somebody who has signed in to a portal of the test's own. */
export async function openAs(
  browser: Browser,
  portal: OwnPortal,
  officer: Officer,
  settings: Settings = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'zh-CN', ...settings });
  const name = 'portal-session';
  await context.addCookies([{ name, value: officer.cookie(name), url: portal.url }]);
  return context.newPage();
}

/** Fails where a page of a phone's breadth must be scrolled sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 0 };
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

export const phone = { width: 375, height: 740 };
