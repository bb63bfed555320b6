import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until a control has the focus, as somebody without a mouse does; fails where Tab never gets there. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(control, 'Tab never reaches it').toBeFocused();
}

/** Presses a control by keyboard: Tab to it, then Enter. */
export async function pressByKeyboard(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Types into a field by keyboard: Tab to it, then the text. */
export async function typeByKeyboard(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
}
