import type { Locator } from '@playwright/test';

/** The list from which a last day is chosen: working days only. */
export class WorkingDayPicker {
  constructor(readonly field: Locator) {}

  async choose(day: string) {
    await this.field.selectOption(day);
  }

  /** The days that are offered. */
  async days(): Promise<string[]> {
    const values = await this.field
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    return values.filter(Boolean);
  }

  /** Chooses a day that is not offered, as somebody does who writes the post by hand. */
  async forge(day: string) {
    await this.field.evaluate((select, value) => {
      (select as HTMLSelectElement).append(new Option(value, value, true, true));
    }, day);
  }
}
