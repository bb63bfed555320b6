import { execFile } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);

/** Prints the problem of a file and the most memory that reading it took, beside what the process had before, in MB. */
const measure = `
  import { readFileSync, statSync } from 'node:fs';
  const { readSource, planFileLimit } = await import('./lib/imports/plan/source-of-file.ts');
  const { readBlocks } = await import('./lib/imports/plan/read-plan.ts');
  const most = () => process.resourceUsage().maxRSS / 1024;
  const before = most();
  const file = process.argv[1];
  const content = statSync(file).size > planFileLimit ? Buffer.alloc(planFileLimit + 1) : readFileSync(file);
  const source = await readSource(file, content);
  const [problem] = source.ok ? readBlocks(source.blocks, null).problems : source.problems;
  console.log(JSON.stringify({ code: problem?.code, more: most() - before }));`;

async function reading(file: string): Promise<{ code: string; more: number }> {
  const options = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', measure, file];
  const { stdout } = await run(process.execPath, options, { cwd: path.resolve(import.meta.dirname, '../..') });
  return JSON.parse(stdout) as { code: string; more: number };
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plan-files-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A workbook with a sheet of the given rows. */
const workbook = (rows: string) => {
  const text = (xml: string) => new TextEncoder().encode(xml);
  const relation = '<Relationship Id="r1" Target="worksheets/sheet1.xml"/>';
  return zipSync({
    'xl/workbook.xml': text(
      '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': text(`<Relationships>${relation}</Relationships>`),
    'xl/worksheets/sheet1.xml': text(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
};

const largeSheet = () =>
  workbook(
    Array.from({ length: 100_000 }, (_, row) => `<row r="${row + 1}"><c><v>1</v></c><c><v>2</v></c></row>`).join(''),
  );

test.each([
  [
    'a file of 200 MB',
    'large.txt',
    'file-too-large',
    async (file: string) => {
      await writeFile(file, '');
      await truncate(file, 200_000_000);
    },
  ],
  [
    'a packed file that unpacks to 150 MB',
    'bomb.docx',
    'file-too-large',
    (file: string) => writeFile(file, zipSync({ 'word/document.xml': new Uint8Array(150_000_000) }, { level: 1 })),
  ],
  ['a sheet of 100,000 rows', 'rows.xlsx', 'too-many-rows', (file: string) => writeFile(file, largeSheet())],
  [
    'a text of 100,000 rows',
    'rows.csv',
    'too-many-rows',
    (file: string) => writeFile(file, '1,治理河道,市水务局\n'.repeat(100_000)),
  ],
] as const)(
  '%s is refused with less than 300 MB more memory',
  { timeout: 60_000 },
  async (_title, name, code, make) => {
    const file = path.join(folder, name);
    await make(file);
    const found = await reading(file);
    expect(found.code).toBe(code);
    expect(found.more).toBeLessThan(300);
  },
);
