import { expect, type Page } from '@playwright/test';
import { FilingDesk } from './filing-desk';
import { FilingEditor } from './filing-editor';
import { FilingSignIn } from './filing-sign-in';

/** The period that is open on the demonstration's first day. */
export const periodName = '2020年第一季度';

/** Signs in and opens the editor of the first quarter, started if need be. */
export async function openEditor(page: Page, userName: string): Promise<FilingEditor> {
  await new FilingSignIn(page).signIn(userName);
  const desk = new FilingDesk(page);
  const next = desk.period(periodName).getByRole('link', { name: '继续填报' }).or(desk.start(periodName));
  await next.click();
  await expect(page).toHaveURL(/\/filing\/[0-9a-f-]{36}$/);
  return new FilingEditor(page);
}
