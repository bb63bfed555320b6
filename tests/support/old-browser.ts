import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserFlags } from './browser';
import { root } from './source-files';

type Version = 86 | 103;

/** The packed browser of that version; the packages themselves would unpack both to the same file. */
async function unpack(version: Version): Promise<string> {
  const program = path.join(tmpdir(), `portal-chromium-${version}`, 'chromium');
  if (existsSync(program)) return program;
  const packed = await readFile(path.join(root, `node_modules/chromium-${version}/bin/chromium.br`));
  const begun = `${program}.${process.pid}`;
  await mkdir(path.dirname(program), { recursive: true });
  await writeFile(begun, await promisify(brotliDecompress)(packed), { mode: 0o755 });
  await rename(begun, program);
  return program;
}

/** A field by the words of its label, whether the label names it or stands around it. */
const fieldPath = (label: string) =>
  `//*[self::input or self::textarea][@id = //label[starts-with(normalize-space(), "${label}")]/@for
    or ancestor::label[starts-with(normalize-space(), "${label}")]]`;

/** A person with an old Chromium. Playwright cannot fill in a form there, so an older driver does. */
export class OldBrowser {
  /** The errors that no script has caught. */
  readonly errors: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', ({ message }) => this.errors.push(message));
  }

  /** Starts it for the portal at `url`. */
  static async start(version: Version, url: string): Promise<OldBrowser> {
    const args = [...browserFlags, '--headless', '--no-zygote', '--disable-dev-shm-usage'];
    const browser = await puppeteer.launch({ executablePath: await unpack(version), args });
    const page = await browser.newPage();
    await page.setViewport({ width: 1366, height: 768 });
    return new OldBrowser(browser, page, url);
  }

  async open(address: string): Promise<void> {
    await this.page.goto(this.url + address);
  }

  async signIn(userName: string, password: string): Promise<void> {
    await this.open('/sign-in');
    await this.type('用户名', userName);
    await this.type('密码', password);
    await this.press('登录');
    // The old page goes before the new one is there.
    await this.page.waitForFunction('location.pathname !== "/sign-in" && document.querySelector("main h1")');
  }

  /** Presses the button or link that says exactly this, or the label that begins so, before a mark or a hint. */
  async press(words: string): Promise<void> {
    const says = `(self::button or self::a) and normalize-space() = "${words}"`;
    const path = `//main//*[${says} or self::label and starts-with(normalize-space(), "${words}")]`;
    await (await this.page.waitForXPath(path, { visible: true })).click();
  }

  async type(label: string, text: string): Promise<void> {
    await (await this.page.waitForXPath(fieldPath(label), { visible: true })).type(text);
  }

  /** Sets a date, whose control takes other keys in every language. */
  async setDate(label: string, day: string): Promise<void> {
    const field = `document.evaluate(${JSON.stringify(fieldPath(label))}, document, null, 9).singleNodeValue`;
    await this.page.waitForXPath(fieldPath(label), { visible: true });
    await this.page.evaluate(`${field}.value = "${day}"`);
  }

  /** Waits until the page shows these words; while it changes it has no body. */
  async sees(words: string): Promise<void> {
    await this.page.waitForFunction(`document.body?.innerText.includes("${words}")`);
  }

  /** The number of pixels by which the page is wider than the window. */
  async overflow(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  /** The computed style of the first element. */
  style(selector: string, property: string): Promise<string> {
    return this.page.evaluate(`getComputedStyle(document.querySelector("${selector}"))["${property}"]`);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
