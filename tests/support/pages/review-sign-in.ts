import { type Browser, expect, type Page } from '@playwright/test';
import { FilingSignIn } from './filing-sign-in';

/** Signs in as an account that does not file, and waits for its desk. */
export async function signInAs(page: Page, userName: string): Promise<void> {
  const signIn = new FilingSignIn(page);
  await signIn.open();
  await signIn.userName.fill(userName);
  await signIn.password.fill('Demo-2020');
  await signIn.submit.click();
  await expect(page).toHaveURL(/\/(review|admin|filing)$/);
}

/** Opens the page of another person in a browser that shares no session with the first. */
export async function anotherPerson(browser: Browser, userName?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  if (userName) await signInAs(page, userName);
  return page;
}
