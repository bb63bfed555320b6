import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { demonstrationAccounts } from '@/lib/demonstration/demonstration-accounts';
import { browserFlags, findChromium } from '@/tests/support/browser';
import { startPortal } from '@/tests/support/portal';
import { takeDocumentPictures } from './document-pictures';
import { projectRoot } from './install.mjs';
import { runMain } from './operator-error';
import { type Picture, pictures } from './picture-list';

const folder = path.join(projectRoot, 'deploy/pictures');

async function signIn(page: Page, userName: string): Promise<void> {
  const account = demonstrationAccounts.find((candidate) => candidate.userName === userName);
  if (!account) throw new Error(`no demonstration account ${userName}`);
  await page.goto('/sign-in');
  await page.locator('[name=userName]').fill(account.userName);
  await page.locator('[name=password]').fill(account.password);
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/desk');
}

async function take(browser: Browser, baseURL: string, { name, userName, width = 1280, open }: Picture): Promise<void> {
  const viewport = { width, height: width < 600 ? 800 : 900 };
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', viewport });
  const page = await context.newPage();
  if (userName) await signIn(page, userName);
  await open(page);
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
}

async function takeDocuments(browser: Browser, baseURL: string): Promise<void> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN' });
  const page = await context.newPage();
  await signIn(page, 'reviewer');
  await takeDocumentPictures(page, folder);
  await context.close();
}

/** `npm run pictures -- counting` takes only pictures whose name begins like this. */
const wanted = process.argv[2] ?? '';

runMain(async () => {
  if (!wanted) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const portal = await startPortal();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserFlags });
  try {
    // First, because the last of the others changes the state that they show.
    if ('documents'.startsWith(wanted)) await takeDocuments(browser, portal.url);
    for (const picture of pictures.filter(({ name }) => name.startsWith(wanted)))
      await take(browser, portal.url, picture);
  } finally {
    await browser.close();
    await portal.stop();
  }
});
