import type { Locator, Page } from '@playwright/test';

/** The check page: what is missing, and the button that files. */
export class FilingCheck {
  readonly file: Locator;

  constructor(readonly page: Page) {
    this.file = page.getByRole('button', { name: '确认报送' });
  }

  /** The link in the list on top that leads to a field, named as 任务1 · 取得成效. */
  missing(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }
}
