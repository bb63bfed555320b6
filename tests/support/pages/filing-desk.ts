import type { Locator, Page } from '@playwright/test';

/** The agency's desk: one card for each open period. */
export class FilingDesk {
  constructor(readonly page: Page) {}

  period(periodName: string): Locator {
    return this.page.getByRole('article', { name: periodName });
  }

  start(periodName: string): Locator {
    return this.period(periodName).getByRole('button', { name: '开始填报' });
  }

  async open() {
    await this.page.goto('/filing');
  }
}
