import { expect, type Locator, type Page } from '@playwright/test';

/** Waits until the script of a page has taken over an element, because a click on it does nothing before. */
export async function untilHydrated(element: Locator): Promise<void> {
  const isHydrated = () => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps')));
  await expect.poll(isHydrated).toBe(true);
}

/** Holds the scripts of the pages that are opened from now on, until the returned function is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let load = () => {};
  const isHeld = new Promise<void>((resolve) => {
    load = resolve;
  });
  await page.route('**/_next/static/**/*.js', (route) => isHeld.then(() => route.continue()));
  return load;
}
