import { expect, type Page } from '@playwright/test';
import { FilingCheck } from './filing-check';
import { openEditor } from './filing-opened';
import { FilingReceipt } from './filing-receipt';

/** Fills in and files the first quarter's report of an agency; gives the report's address and shows the receipt. */
export async function fileFirstVersion(page: Page, userName: string): Promise<string> {
  const editor = await openEditor(page, userName);
  const report = page.url();
  const tasks = await editor.countTasks();
  for (let number = 1; number <= tasks; number += 1) await editor.fillIn(number);
  await editor.saveAndCheck.click();
  await new FilingCheck(page).file.click();
  await expect(new FilingReceipt(page).receipt).toBeVisible();
  return report;
}
