import { expect, type Locator, type Page } from '@playwright/test';

/** The division's list of reports, its filter and its counts. */
export class ReviewDesk {
  constructor(readonly page: Page) {}

  async open(query = '') {
    await this.page.goto(`/review${query}`);
  }

  row(agency: string): Locator {
    // The name of the reviewer may follow below the name of the agency.
    const header = this.page.getByRole('rowheader').filter({ has: this.page.getByText(agency, { exact: true }) });
    return this.page.getByRole('row').filter({ has: header });
  }

  /** The agencies in the list, in its order. */
  async agencies(): Promise<string[]> {
    const names = await this.page.locator('tbody').getByRole('rowheader').allInnerTexts();
    return names.map((name) => name.split('\n')[0] ?? '');
  }

  /** The number that stands in the counts, which is a link to its list. */
  count(label: string): Locator {
    return this.page.getByRole('navigation', { name: '报送情况统计' }).getByRole('link', { name: label });
  }

  async openReport(agency: string) {
    await this.row(agency).getByRole('link').click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(agency);
  }
}
