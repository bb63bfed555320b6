import type { Locator, Page } from '@playwright/test';
import { FilingDesk } from './filing-desk';

/** The first page of the desk: the cards of the periods, and the year so far. */
export class AgencyDesk extends FilingDesk {
  readonly year: Locator;

  constructor(page: Page) {
    super(page);
    this.year = page.getByRole('table');
  }

  /** The entry of a task in a period: 任务1，2020年第一季度：… */
  cell(task: number, periodName: string): Locator {
    return this.year.getByRole('link', { name: new RegExp(`^任务${task}，${periodName}：`) });
  }

  /** The link to a field that is missing, named as 任务1 · 存在问题. */
  missing(periodName: string, name: string): Locator {
    return this.period(periodName).getByRole('link', { name, exact: true });
  }
}
