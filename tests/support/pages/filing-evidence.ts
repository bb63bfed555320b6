import type { Locator, Page } from '@playwright/test';

/** The files of one task in the editor. */
export class FilingEvidence {
  readonly panel: Locator;
  readonly choose: Locator;
  readonly input: Locator;
  readonly problem: Locator;
  readonly said: Locator;

  constructor(
    readonly page: Page,
    number: number,
  ) {
    this.panel = page.getByRole('region', { name: /^佐证材料（任务\d+）$/ }).nth(number - 1);
    this.choose = this.panel.getByRole('button', { name: /^选择文件：任务\d+的佐证材料$/ });
    this.input = this.panel.locator('input[type=file]');
    this.problem = this.panel.getByRole('alert');
    this.said = this.panel.getByRole('status');
  }

  file(name: string): Locator {
    return this.panel.getByRole('link', { name, exact: true });
  }

  async chooseFile(name: string, content: Buffer) {
    await this.input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
  }

  /** Drops a file on the upload area, as from the desktop. */
  async drop(name: string, content: Buffer) {
    const transfer = await this.page.evaluateHandle(
      ([title, base64]) => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64 as string), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], title as string));
        return data;
      },
      [name, content.toString('base64')],
    );
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.choose.dispatchEvent(type, { dataTransfer: transfer });
    }
  }
}
