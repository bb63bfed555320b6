import type { Locator } from '@playwright/test';

/** The field of a last day, which suggests working days and takes any day. */
export class WorkingDayPicker {
  constructor(readonly field: Locator) {}

  async choose(day: string) {
    await this.field.fill(day);
  }

  /** The days that are suggested, with their words. */
  suggestions(): Promise<{ day: string; words: string }[]> {
    return this.field.evaluate((input) =>
      [...((input as HTMLInputElement).list?.options ?? [])].map(({ value, label }) => ({ day: value, words: label })),
    );
  }

  async days(): Promise<string[]> {
    return (await this.suggestions()).map(({ day }) => day);
  }
}
