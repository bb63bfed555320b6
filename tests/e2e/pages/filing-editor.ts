import { expect, type Locator, type Page } from '@playwright/test';

const sections = ['工作进展情况', '存在问题', '取得成效', '下一步工作'] as const;

/** The editor of a report: one card for each task, and the bar with the two ways to save. */
export class FilingEditor {
  readonly save: Locator;
  readonly saveAndCheck: Locator;
  readonly problem: Locator;
  readonly saved: Locator;

  constructor(readonly page: Page) {
    this.save = page.getByRole('button', { name: '保存草稿' });
    this.saveAndCheck = page.getByRole('button', { name: '保存并检查' });
    this.problem = page.getByRole('main').getByRole('alert');
    this.saved = page.getByText(/^已保存（/).first();
  }

  task(number: number): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^任务${number}`) });
  }

  section(number: number, name: (typeof sections)[number]): Locator {
    return this.task(number).getByRole('textbox', { name: new RegExp(`^${name}`) });
  }

  light(number: number, name: string): Locator {
    return this.task(number).getByRole('radio', { name });
  }

  async countTasks(): Promise<number> {
    await expect(this.task(1)).toBeVisible();
    return this.page.getByRole('region', { name: /^任务\d/ }).count();
  }

  /** Fills in one task completely. */
  async fillIn(number: number) {
    await this.light(number, '正常').check();
    for (const name of sections) await this.section(number, name).fill(`${name}：任务${number}的情况。`);
  }
}
