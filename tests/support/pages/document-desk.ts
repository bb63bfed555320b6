import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** The page on which the division has documents written for it. */
export class DocumentDesk {
  constructor(readonly page: Page) {}

  async open(plan: string) {
    await this.page.goto(`/review/documents?plan=${plan}`);
  }

  async ask(kind: '报送情况通报' | '台账', period: string) {
    await this.page.getByRole('radio', { name: kind }).check();
    await this.page.getByLabel('年度或季度').selectOption({ label: period });
    await this.page.getByRole('button', { name: '生成' }).click();
  }

  /** The row of a document. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  link(name: string): Locator {
    return this.row(name).getByRole('link', { name: /下载/ });
  }
}

/** Presses what starts a download, and gives its name and its bytes. */
export async function downloaded(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await link.click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
