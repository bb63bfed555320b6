import type { Locator, Page } from '@playwright/test';

/** The page on which the coordinator chooses the sections that become public. */
export class ReviewPublication {
  readonly secrecyReviewer: Locator;
  readonly secrecyReviewedOn: Locator;
  readonly publish: Locator;
  readonly problem: Locator;

  constructor(readonly page: Page) {
    const main = page.getByRole('main');
    this.secrecyReviewer = main.getByLabel('保密审查人');
    this.secrecyReviewedOn = main.getByLabel('审查日期');
    this.publish = main.getByRole('button', { name: '公开所选栏目' });
    this.problem = main.getByRole('alert');
  }

  section(name: string): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  /** Records the secrecy review of today. */
  async checkSecrecy(reviewer: string) {
    await this.secrecyReviewer.fill(reviewer);
    await this.secrecyReviewedOn.fill((await this.secrecyReviewedOn.getAttribute('max')) ?? '');
  }

  async withdraw(reason: string) {
    await this.page.getByText('撤回公开……').click();
    await this.page.getByLabel('撤回的理由').fill(reason);
    await this.page.getByRole('button', { name: '撤回公开' }).click();
  }
}
