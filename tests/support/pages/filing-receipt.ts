import type { Locator, Page } from '@playwright/test';

/** The receipt of a filed version. */
export class FilingReceipt {
  readonly receipt: Locator;

  constructor(page: Page) {
    this.receipt = page.getByRole('region', { name: '报送回执' });
  }

  /** The value that the receipt shows for a term. */
  async fact(term: string): Promise<string> {
    const details = this.receipt.locator(`dt:text-is("${term}") + dd`);
    return (await details.textContent())?.trim() ?? '';
  }
}
