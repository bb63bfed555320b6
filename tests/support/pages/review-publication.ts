import type { Locator, Page } from '@playwright/test';

/** The page on which one account proposes what becomes public, and another one checks and confirms it. */
export class ReviewPublication {
  readonly propose: Locator;
  readonly secrecyReviewedOn: Locator;
  readonly isChecked: Locator;
  readonly confirm: Locator;
  readonly problem: Locator;

  constructor(readonly page: Page) {
    const main = page.getByRole('main');
    this.propose = main.getByRole('button', { name: '提请公开' });
    this.secrecyReviewedOn = main.getByLabel('审查日期');
    this.isChecked = main.getByRole('checkbox', { name: '已逐项审查，可以公开' });
    this.confirm = main.getByRole('button', { name: '确认公开' });
    this.problem = main.getByRole('alert');
  }

  /** The message after a completed step. */
  done(words: string): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
  }

  /** The box of a section of one task. */
  section(name: string, task = 1): Locator {
    return this.page
      .getByRole('group', { name: /^任务/ })
      .nth(task - 1)
      .getByRole('checkbox', { name });
  }

  async decline(reason: string) {
    await this.page.getByText('退回提请……').click();
    await this.page.getByLabel('退回的理由').fill(reason);
    await this.page.getByRole('button', { name: '退回提请' }).click();
  }

  async withdraw() {
    await this.page.getByText('撤回公开……').click();
    await this.page.getByRole('button', { name: '立即撤回公开' }).click();
  }
}
