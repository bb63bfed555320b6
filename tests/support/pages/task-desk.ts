import { expect, type Page } from '@playwright/test';
import { untilHydrated } from './hydrated';

/** The tasks of an issued plan at its desk, where its coordinator amends them. */
export class TaskDesk {
  constructor(
    readonly page: Page,
    readonly planCode: string,
  ) {}

  private async send(use: 'amend' | 'end', button: string): Promise<void> {
    await this.page.locator(`#${use}-reason`).fill('市政府会议纪要');
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await expect(this.page.getByText('已调整，并已通知有关单位。')).toBeVisible();
  }

  private async fill(fields: Record<string, string>): Promise<void> {
    // A text that is typed while the page's script takes over its field stands beside the one that was there.
    await untilHydrated(this.page.locator('#task-text'));
    for (const [name, text] of Object.entries(fields)) await this.page.locator(`#task-${name}`).fill(text);
  }

  private open(task: string) {
    return this.page.goto(`/plans/${this.planCode}/tasks/${task}`);
  }

  /** Corrects a task, or moves it to other agencies, from the running period on. */
  async amend(task: string, fields: Record<string, string>): Promise<void> {
    await this.open(task);
    await this.fill(fields);
    await this.send('amend', '保存调整');
  }

  async add(fields: Record<string, string>): Promise<void> {
    await this.open('new');
    await this.fill(fields);
    await this.send('amend', '添加任务');
  }

  async end(task: string): Promise<void> {
    await this.open(task);
    await this.page.locator('summary', { hasText: '终止任务' }).click();
    await this.send('end', '终止任务');
  }
}
