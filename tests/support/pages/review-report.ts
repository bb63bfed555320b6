import { expect, type Locator, type Page } from '@playwright/test';
import { WorkingDayPicker } from './working-day-picker';

/** One report as the division reads it, and the steps that it can take. */
export class ReviewReport {
  readonly begin: Locator;
  readonly accept: Locator;
  readonly returning: Locator;
  readonly returnDueOn: WorkingDayPicker;
  readonly problem: Locator;
  readonly steps: Locator;

  constructor(readonly page: Page) {
    const main = page.getByRole('main');
    this.begin = main.getByRole('button', { name: '开始审核' });
    this.accept = main.getByRole('button', { name: '审核通过' });
    this.returning = main.getByRole('button', { name: '退回修改' });
    this.returnDueOn = new WorkingDayPicker(main.getByLabel('修改截止日期'));
    this.problem = main.getByRole('alert');
    this.steps = main.getByRole('button');
  }

  /** The message after a completed step. */
  done(words: string): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
  }

  /** Accepts the report, noting that a task says what it said in the last one, where the page asks for it. */
  async acceptNoting(): Promise<void> {
    const noted = this.page.getByRole('button', { name: '已阅知，审核通过' });
    const accepted = this.done('已审核通过');
    await this.accept.click();
    await expect(noted.or(accepted)).toBeVisible();
    if (await noted.isVisible()) await noted.click();
    await expect(accepted).toBeVisible();
  }

  task(number: number): Locator {
    return this.page.getByRole('article').nth(number - 1);
  }

  reason(number: number): Locator {
    return this.task(number).getByRole('textbox', { name: /退回意见/ });
  }
}
