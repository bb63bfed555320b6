import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import mammoth from 'mammoth';

/** A draft of the period's summary: its passages, its order, its export. */
export class SummaryPage {
  constructor(readonly page: Page) {}

  /** Makes a draft over the period that a plan's page offers, through the pages, and stays on it. */
  static async make(
    page: Page,
    planCode: string,
    { arrangement = '按牵头单位', title = '2020年第一季度重点任务进展情况汇总' } = {},
  ): Promise<SummaryPage> {
    await page.goto(`/review/summaries?plan=${planCode}`);
    await page.getByRole('link', { name: '新建汇总' }).click();
    await page.getByLabel(arrangement).check();
    await page.getByRole('button', { name: '建立草稿' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    return new SummaryPage(page);
  }

  /** The text of the file that the page's link gives. */
  async exported(): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: '导出 Word 文件' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/汇总\.docx$/);
    return (await mammoth.extractRawText({ buffer: await readFile(await file.path()) })).value;
  }

  /** A passage by its agency, its task and its section. */
  passage(subject: RegExp): Locator {
    return this.page.locator('details').filter({ has: this.page.locator('summary', { hasText: subject }) });
  }

  async openEdit(subject: RegExp): Promise<Locator> {
    const step = this.passage(subject);
    await step.locator('summary').click();
    return step;
  }

  async edit(subject: RegExp, text: string): Promise<void> {
    const step = await this.openEdit(subject);
    await step.getByRole('textbox').fill(text);
    await step.getByRole('button', { name: '保存修改' }).click();
  }

  restore(subject: RegExp): Locator {
    return this.page.getByRole('button', { name: new RegExp(`恢复原文.*${subject.source}`) });
  }

  rows(): Locator {
    return this.page.locator('form ol > li');
  }

  /** The names in their order, without their codes. */
  async order(code: string): Promise<string[]> {
    const names = await this.rows().locator('span.flex-1').allTextContents();
    return names.map((name) => name.replace(code, ''));
  }

  async expectOrder(code: string, names: string[]): Promise<void> {
    await expect.poll(() => this.order(code)).toEqual(names);
  }

  handle(name: string): Locator {
    return this.page.getByRole('button', { name: `移动${name}` });
  }
}
