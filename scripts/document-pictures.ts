import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { catalogue as catalog } from '@/lib/text/zh-CN/catalogue';

const run = promisify(execFile);

/** Dots per inch: an A4 page becomes 661 × 936. */
const fineness = 80;

type DocumentPicture = {
  name: string;
  extension: 'docx' | 'xlsx';
  /** Numbers of the pages; -1 is the last. */
  pages: readonly number[];
  /** Navigates to the document, and gives the selector of its download link. */
  link: (page: Page) => Promise<string>;
};

/** Requests a document of the division and waits until it is finished. */
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

/** Drafts the period's summary of all filed reports. */
async function draftLink(page: Page): Promise<string> {
  await page.goto('/review/summaries/new?quarter=2020Q1');
  await page.locator('[name=includesFiled]').check();
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(/\/summaries\/[0-9a-f-]{36}/);
  return 'a[href$="/export"]';
}

const documents: DocumentPicture[] = [
  { name: 'summary', extension: 'docx', pages: [1, -1], link: draftLink },
  { name: 'circular', extension: 'docx', pages: [1, -1], link: (page) => asked(page, 'circular', '2020Q1') },
  { name: 'report', extension: 'docx', pages: [1, -1], link: reportLink },
  { name: 'ledger', extension: 'xlsx', pages: [1], link: (page) => asked(page, 'ledger', '2020') },
];

async function fetchDocument(page: Page, { name, extension, link }: DocumentPicture, folder: string): Promise<string> {
  const selector = await link(page);
  // A draft that something speaks against has its export behind a fold.
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
  const coming = page.waitForEvent('download');
  await page.locator(selector).first().click();
  const file = path.join(folder, `${name}.${extension}`);
  await (await coming).saveAs(file);
  return file;
}

const { title, body, heading, subheading, number: digits } = catalog.documents.fonts;

/** Substitutes for the fonts of an office, which this machine lacks: one with serifs and one without. */
const substitutes = { [title]: 'Serif', [body]: 'Serif', [subheading]: 'Serif', [digits]: 'Serif', [heading]: 'Sans' };

/** Gives fontconfig settings that name the substitutes. */
function fontSettings(): string {
  const aliases = Object.entries(substitutes).map(
    ([family, kind]) => `<match target="pattern"><test name="family"><string>${family}</string></test>
<edit name="family" mode="assign" binding="strong"><string>Noto ${kind} CJK SC</string></edit></match>`,
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${aliases.join('')}</fontconfig>`;
}

async function convert(file: string, folder: string): Promise<string> {
  const settings = path.join(folder, 'fonts.conf');
  await writeFile(settings, fontSettings());
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const options = ['--headless', '--norestore', profile, '--convert-to', 'pdf', '--outdir', folder, file];
  await run('soffice', options, { env: { ...process.env, FONTCONFIG_FILE: settings } });
  return file.replace(/\.\w+$/, '.pdf');
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
 * Takes pictures of document pages as LibreOffice renders them, in the browser of a signed-in reviewer. Needs soffice
 * and pdftoppm (Debian: libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils).
 */
export async function takeDocumentPictures(page: Page, target: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'document-pictures-'));
  try {
    for (const document of documents) {
      const file = await fetchDocument(page, document, folder);
      const pdf = await convert(file, folder);
      const last = await pagesOf(pdf);
      for (const [index, number] of document.pages.entries())
        await draw(pdf, number < 0 ? last : number, path.join(target, `documents-${document.name}-${index + 1}.png`));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
