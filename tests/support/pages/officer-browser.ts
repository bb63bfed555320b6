import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type { Officer, OwnPortal } from '../own-portal';
import { FilingEditor } from './filing-editor';

/** The report of an own portal, opened in the browsers of its officers. */
export class OfficerBrowser {
  constructor(
    private readonly portal: OwnPortal,
    private readonly reportId: string,
  ) {}

  /** A page in a new browser, signed in as an officer. */
  async signIn(browser: Browser, officer: Officer, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await this.takeOver(page, officer);
    return page;
  }

  /** Signs another account in at the same browser, which applies to all its tabs. */
  async takeOver(page: Page, officer: Officer): Promise<void> {
    const session = { name: 'portal-session', value: officer.cookie('portal-session') };
    await page.context().addCookies([{ ...session, url: this.portal.url }]);
  }

  /** The editor, once its scripts run. */
  async open(page: Page): Promise<FilingEditor> {
    const hasFollowed = page.waitForResponse((response) =>
      isFields(response.request().method(), response.url(), 'GET'),
    );
    await page.goto(`${this.portal.url}/filing/${this.reportId}`);
    await hasFollowed;
    return new FilingEditor(page);
  }

  /** The stored content of a field, which may differ from the screen. */
  async stored(taskId: string | undefined, field: string): Promise<unknown> {
    const rows = await this.portal.sql<{ content: unknown }>(
      'SELECT content -> $2::text AS content FROM "Entry" WHERE "taskId" = $1',
      [taskId, field],
    );
    return rows[0]?.content;
  }

  /** Waits until a field is stored with this content. */
  async untilStored(taskId: string | undefined, field: string, content: string): Promise<void> {
    await expect.poll(() => this.stored(taskId, field)).toBe(content);
  }
}

function isFields(method: string, url: string, wanted: 'GET' | 'PUT'): boolean {
  return method === wanted && new URL(url).pathname.endsWith('/fields');
}

/** The next save that a page sends. */
export function nextSave(page: Page) {
  return page.waitForRequest((request) => isFields(request.method(), request.url(), 'PUT'));
}

/** All that a browser keeps of unsaved texts, as it lies there. */
export function keptBytes(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('filing');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('kept').objectStore('kept').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            const readable = (_name: string, value: unknown) =>
              value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value;
            resolve(JSON.stringify(reading.result, readable));
          };
        };
      }),
  );
}

/** The number of unsaved texts that a browser keeps. */
export function countKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('filing');
        opening.onerror = () => reject(opening.error);
        // No page has opened it yet, and it must not be made without its stores.
        opening.onupgradeneeded = () => {
          opening.onerror = () => resolve(0);
          opening.transaction?.abort();
        };
        opening.onsuccess = () => {
          const counting = opening.result.transaction('kept').objectStore('kept').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
