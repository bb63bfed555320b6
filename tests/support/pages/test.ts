import { test as base } from '@playwright/test';

/** A test that leaves no page open: one that goes on listening to a portal that is gone slows down all that follow. */
export const test = base.extend<{ closesItsPages: undefined }>({
  closesItsPages: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
