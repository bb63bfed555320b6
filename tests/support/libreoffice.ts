import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The programs that open documents, and Debian's packages for them. */
export const officePrograms = {
  soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk',
  pdftotext: 'poppler-utils',
};

export type OpenedDocument = {
  /** The text of each page. */
  pages: string[];
  /** Points: width and height. */
  size: string;
};

/** The pages of a PDF as text, in the places where it stands. */
async function pagesOf(file: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 256 * 1024 * 1024 });
  return stdout.split('\f').slice(0, -1);
}

/**
 * Opens documents in LibreOffice, by their file names, and gives what it shows of each as PDF. It runs on a profile of its
 * own, and without a terminal it can ask nobody whether to repair a file: one that it cannot read is not converted.
 */
export async function openInLibreOffice(files: Record<string, Uint8Array>): Promise<Record<string, OpenedDocument>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'documents-'));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const inputs = Object.keys(files).map((name) => path.join(folder, name));
    const options = ['--headless', '--norestore', profile, '--convert-to', 'pdf', '--outdir', folder];
    await run('soffice', [...options, ...inputs], { timeout: 120_000 });
    const opened: Record<string, OpenedDocument> = {};
    for (const name of Object.keys(files)) {
      const pdf = path.join(folder, name.replace(/\.\w+$/, '.pdf'));
      const { stdout } = await run('pdfinfo', [pdf]);
      const size = /Page size:\s+(.*)/.exec(stdout)?.[1] ?? '';
      opened[name] = { pages: await pagesOf(pdf), size };
    }
    return opened;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a workbook in LibreOffice, changes it there as `edit` does, and saves it as a workbook again. */
export async function throughLibreOffice(file: Buffer, edit: (sheet: string) => string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'round-trip-'));
  const convert = async (name: string, format: string) => {
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const options = ['--headless', '--norestore', profile, '--convert-to', format, '--outdir', folder];
    await run('soffice', [...options, path.join(folder, name)], { timeout: 120_000 });
  };
  try {
    await writeFile(path.join(folder, 'tasks.xlsx'), file);
    await convert('tasks.xlsx', 'fods');
    const sheet = await readFile(path.join(folder, 'tasks.fods'), 'utf8');
    await rm(path.join(folder, 'tasks.xlsx'));
    await writeFile(path.join(folder, 'tasks.fods'), edit(sheet));
    await convert('tasks.fods', 'xlsx');
    return await readFile(path.join(folder, 'tasks.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
