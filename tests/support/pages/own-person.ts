import type { Browser, Page } from '@playwright/test';
import type { Officer, OwnPortal } from '../own-portal';

/** A person before a browser of their own, signed in at a portal of our own, with a page open. */
export async function sitDownAt(
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

/** Signs somebody in who is called so. */
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

/** The words that a page speaks when they change. */
export const spoken = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
