import { expect, type Locator, type Page } from '@playwright/test';

const sections = ['工作进展情况', '存在问题', '取得成效', '下一步工作'] as const;

/** The editor of a report: one card for each task, and the bar that says whether all is saved. */
export class FilingEditor {
  readonly save: Locator;
  readonly saveAndCheck: Locator;
  readonly problem: Locator;
  /** The state of the whole report in the bar. */
  readonly bar: Locator;
  readonly saved: Locator;
  /** The notice that unsaved texts of an earlier visit are back in their fields. */
  readonly givenBack: Locator;
  /** The unsaved texts that this browser keeps and that cannot be put back into their fields. */
  readonly leftOver: Locator;

  constructor(readonly page: Page) {
    this.save = page.getByRole('button', { name: '保存草稿' });
    this.saveAndCheck = page.getByRole('button', { name: '保存并检查' });
    this.problem = page.getByRole('main').getByRole('alert').filter({ hasText: '没有完成' });
    this.bar = page.locator('[data-saving]');
    this.saved = this.bar.filter({ hasText: /^已保存 \d\d:\d\d$/ });
    this.givenBack = page.getByRole('status').filter({ hasText: '内容未保存，已恢复到报告' });
    this.leftOver = page.getByRole('region', { name: '未保存的内容' });
  }

  /** The nth task of the report, whatever its number within the plan. */
  task(number: number): Locator {
    return this.page.getByRole('region', { name: /^任务\d/ }).nth(number - 1);
  }

  section(number: number, name: (typeof sections)[number]): Locator {
    return this.task(number).getByRole('textbox', { name: new RegExp(`^${name}`) });
  }

  /** The state of a field in the words beside it. */
  status(field: Locator): Locator {
    return field.locator('xpath=..').locator('[data-save-state]');
  }

  /** The notice below a field that somebody else has saved first, with the ways to continue. */
  conflict(field: Locator): Locator {
    return field.locator('xpath=../..').locator(':scope > div').filter({ hasText: '已先修改本栏' });
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
