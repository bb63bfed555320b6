import type { Locator, Page } from '@playwright/test';
import decode from 'jsqr';

/** The public page on which anyone checks a receipt. */
export class ReceiptCheck {
  readonly number: Locator;
  readonly submit: Locator;

  constructor(readonly page: Page) {
    this.number = page.getByRole('main').getByLabel('回执编号');
    this.submit = page.getByRole('main').getByRole('button', { name: '查验' });
  }

  /** Hands in an exported version with this content. */
  async compare(content: string): Promise<void> {
    const file = { name: '核验文件.json', mimeType: 'application/json', buffer: Buffer.from(content) };
    await this.page.getByLabel('核验文件').setInputFiles(file);
    await this.page.getByRole('button', { name: '核对' }).click();
  }

  /** The value that the page shows for a term. */
  fact(term: string): Locator {
    return this.page.getByRole('main').locator(`dt:text-is("${term}") + dd`);
  }
}

/** Reads a QR code off the screen, as the camera of a phone does. */
export async function readCode(code: Locator): Promise<string | undefined> {
  const picture = (await code.screenshot()).toString('base64');
  const { pixels, width, height } = await code.page().evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    return { pixels: [...data], width: image.width, height: image.height };
  }, picture);
  return decode(new Uint8ClampedArray(pixels), width, height)?.data;
}
