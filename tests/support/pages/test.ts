import { test as base } from '@playwright/test';

/** Closes all pages after each test, because a page that listens to a stopped portal slows down later tests. */
export const test = base.extend<{ closesItsPages: undefined }>({
  closesItsPages: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
