import type { Locator, Page } from '@playwright/test';

export type CountedLink = { count: number; words: string; href: string };

/** The counting of filings and tasks, with the lists to which its numbers lead. */
export class StatisticsPage {
  constructor(readonly page: Page) {}

  async open(query = '') {
    await this.page.goto(`/review/counting${query}`);
  }

  table(caption: string): Locator {
    return this.page.getByRole('table', { name: caption });
  }

  /** The cells of a row, in the order of the columns. */
  async cells(caption: string, row: string): Promise<string[]> {
    const found = this.table(caption)
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: row }) });
    const cells = await found.getByRole('cell').all();
    return Promise.all(cells.map(async (cell) => ((await cell.textContent()) ?? '').trim().split(/\s/)[0] ?? ''));
  }

  /** Every number of a table that leads to a list. */
  async links(caption: string): Promise<CountedLink[]> {
    const links = await this.table(caption).getByRole('cell').getByRole('link').all();
    return Promise.all(
      links.map(async (link) => {
        const words = (await link.textContent()) ?? '';
        return { count: Number.parseInt(words, 10), words, href: (await link.getAttribute('href')) ?? '' };
      }),
    );
  }

  /** The total that the list shows. */
  async lengthOf(href: string): Promise<number> {
    const html = await (await this.page.request.get(href)).text();
    return Number(/共 (\d+) (?:份报告|项任务|项问题)/.exec(html)?.[1]);
  }
}
