import { expect, type Locator } from '@playwright/test';

/** Waits until the script of a page has taken over an element, because a click on it does nothing before. */
export async function untilHydrated(element: Locator): Promise<void> {
  const isHydrated = () => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps')));
  await expect.poll(isHydrated).toBe(true);
}
