import type { Browser, Page } from '@playwright/test';
import type { Officer, OwnPortal } from '../own-portal';

/** Opens a page of an own portal in a new browser, signed in as an officer. */
export async function openAs(
  browser: Browser,
  portal: OwnPortal,
  officer: Officer,
  address: string,
  width = 1280,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const session = { name: 'portal-session', value: officer.cookie('portal-session') };
  await context.addCookies([{ ...session, url: portal.url }]);
  const page = await context.newPage();
  await page.goto(portal.url + address);
  return page;
}

/** Signs in an officer with the given display name. */
export async function signInNamed(
  portal: OwnPortal,
  role: Parameters<OwnPortal['signIn']>[0],
  displayName: string,
  agencyId: string | null = null,
): Promise<Officer> {
  const officer = await portal.signIn(role, agencyId);
  await portal.sql('UPDATE "Account" SET "displayName" = $2 WHERE id = $1', [officer.accountId, displayName]);
  return officer;
}

/** The words that a screen reader announces when they change. */
export const spoken = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
