import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';

const run = promisify(execFile);

/** Dots per inch: a page of A4 becomes 579 × 819. */
const fineness = 70;

type DocumentPicture = {
  name: string;
  extension: 'docx' | 'xlsx';
  /** Which pages of it; -1 is the last. */
  pages: readonly number[];
  /** Leads the page to the document, and gives the link (a selector) that fetches it. */
  link: (page: Page) => Promise<string>;
};

/** Asks for a document of the division and waits until it is written. */
async function asked(page: Page, kind: string, period: string): Promise<string> {
  await page.goto('/review/documents');
  await page.locator(`[name=kind][value=${kind}]`).check();
  await page.locator('select[name=period]').selectOption(period);
  await page.locator('form:has([name=kind]) button[type=submit]').click();
  await page.waitForURL(/asked=/);
  await page.locator('tbody tr').first().locator('a[download]').waitFor();
  return 'tbody tr:first-child a[download]';
}

async function reportLink(page: Page): Promise<string> {
  await page.goto('/review?status=accepted&quarter=2020Q1');
  await page.locator('tbody a[href^="/review/"]').first().click();
  await page.waitForURL(/\/review\/[0-9a-f-]{36}/);
  return 'a[href*="/versions/"][href$="/document"]';
}

const documents: DocumentPicture[] = [
  { name: 'circular', extension: 'docx', pages: [1, -1], link: (page) => asked(page, 'circular', '2020Q1') },
  { name: 'report', extension: 'docx', pages: [1, -1], link: reportLink },
  { name: 'ledger', extension: 'xlsx', pages: [1], link: (page) => asked(page, 'ledger', '2020') },
];

async function fetchDocument(page: Page, { name, extension, link }: DocumentPicture, folder: string): Promise<string> {
  const selector = await link(page);
  const coming = page.waitForEvent('download');
  await page.locator(selector).first().click();
  const file = path.join(folder, `${name}.${extension}`);
  await (await coming).saveAs(file);
  return file;
}

async function pagesOf(pdf: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [pdf]);
  return Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]);
}

async function draw(pdf: string, number: number, target: string): Promise<void> {
  const stem = `${pdf}-${number}`;
  const range = ['-f', String(number), '-l', String(number), '-singlefile'];
  await run('pdftoppm', ['-png', '-r', String(fineness), ...range, pdf, stem]);
  await rename(`${stem}.png`, target);
}

/**
 * Pictures of pages of the documents, as LibreOffice shows them, by the browser of a reviewer who is signed in. Needs
 * soffice and pdftoppm (Debian: libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils).
 */
export async function takeDocumentPictures(page: Page, target: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'document-pictures-'));
  try {
    for (const document of documents) {
      const file = await fetchDocument(page, document, folder);
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      await run('soffice', ['--headless', '--norestore', profile, '--convert-to', 'pdf', '--outdir', folder, file]);
      const pdf = file.replace(/\.\w+$/, '.pdf');
      const last = await pagesOf(pdf);
      for (const [index, number] of document.pages.entries())
        await draw(pdf, number < 0 ? last : number, path.join(target, `documents-${document.name}-${index + 1}.png`));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
