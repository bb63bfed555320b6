import { expect, type Locator, type Page } from '@playwright/test';
import { samplePlan } from '../plan-samples';

/** The page on which a file is read, mended where it stands, and stored as a plan. */
export class PlanImportPage {
  /** The numbers of what was read and of its problems. */
  readonly counts: Locator;
  /** Stores a file that has no errors. */
  readonly storing: Locator;

  constructor(readonly page: Page) {
    this.counts = page.getByRole('status').filter({ hasText: '读到' });
    this.storing = page.getByRole('button', { name: '写入计划' });
  }

  /** Chooses a file on the page for new imports, or on the one that was opened for a plan. */
  async choose(file: { name: string; buffer: Buffer }, address = '/plans/imports/new') {
    await this.page.goto(address);
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles({ ...file, mimeType: 'application/octet-stream' });
  }

  choosesSample(name: string) {
    return this.choose({ name, buffer: samplePlan(name) });
  }

  /** Presses a text, which is found by its words or, where it is empty, by its place, and types another one. */
  async mend(words: string, typed: string) {
    await this.page.getByRole('button', { name: words }).click();
    const field = this.page.getByRole('textbox').last();
    await field.fill(typed);
    await field.press('Enter');
    await expect(field).toBeHidden();
  }

  /** A part of the notice, as it was read or set by hand. */
  head(name: string): Locator {
    const { page } = this;
    return page
      .locator('dl > div')
      .filter({ has: page.getByRole('term').getByText(name, { exact: true }) })
      .locator('dd');
  }

  /** Makes each name that is not known a new agency, and lets groups stand for nobody yet. */
  async settleUnits(): Promise<void> {
    const { page, counts } = this;
    const makeNew = page.getByRole('button', { name: /^(其余\d+个都新建|新建单位：)/ });
    const next = makeNew.or(page.getByRole('link', { name: /^选择包括的单位/ })).first();
    const save = page.getByRole('button', { name: '保存' });
    const sayNow = async () => (await counts.textContent()) ?? '';
    for (let said = await sayNow(); !said.includes('单位都已核对'); said = await sayNow()) {
      await next.click();
      await expect(save.or(counts.filter({ hasNotText: said }))).toBeVisible();
      if (await save.isVisible()) await save.click();
      await expect(counts).not.toHaveText(said);
    }
  }
}
