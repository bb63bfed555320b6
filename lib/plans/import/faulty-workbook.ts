import 'server-only';
import type { PlanProblem } from '@/lib/imports/plan/plan-source';
import { type Preview, type PreviewRow, previewOf } from '@/lib/imports/plan/preview';
import type { Sheet, WorkbookColumn } from '@/lib/office-files/workbook/workbook';
import { writeWorkbook } from '@/lib/office-files/workbook/write-workbook';
import { getT } from '@/lib/text/get-t';
import type { Translate } from '@/lib/text/translator';
import { readImport, type StoredImport } from './data';

const problemWords = (t: Translate, problems: readonly PlanProblem[]) =>
  problems.map(({ code, values }) => t(`imports.problems.${code}`, values)).join('\n');

function columnsOf(t: Translate, { tables }: Preview, table: number | null): WorkbookColumn[] {
  const of = table === null ? undefined : tables[table];
  const titles = of
    ? of.kinds.map((kind, column) => of.names[column] || (kind ? t(`imports.kinds.${kind}`) : ''))
    : [t('imports.preview.text')];
  return [
    ...titles.map((title) => ({ title, width: title.length > 4 ? 30 : 24 })),
    { title: t('imports.file.problems'), width: 50 },
  ];
}

async function* rowsOf(t: Translate, rows: readonly PreviewRow[], width: number): AsyncGenerator<string[]> {
  for (const { cells, problems } of rows) {
    const texts = Array.from({ length: width }, (_, column) => cells[column]?.text ?? '');
    const all = [...problems, ...cells.flatMap((cell) => cell.problems)];
    yield [...texts, problemWords(t, all)];
  }
}

/** One sheet for each table of the file; rows that were left out, and those of its header, are not written. */
function sheetsOf(t: Translate, preview: Preview): Sheet[] {
  const tables = [...new Set(preview.rows.map(({ table }) => table))];
  return tables.map((table, index) => {
    const columns = columnsOf(t, preview, table);
    const rows = preview.rows.filter((row) => row.table === table && !row.isHeader && !row.isOut);
    return {
      name: `${t('imports.file.sheet')}${index + 1}`,
      columns,
      rows: rowsOf(t, rows, columns.length - 1),
      layout: 'single',
    };
  });
}

/** Gives a file as it was mended so far as .xlsx, with the problems of each row in a column of their own. */
export async function faultyWorkbook(
  stored: StoredImport,
): Promise<{ name: string; bytes: AsyncGenerator<Uint8Array> }> {
  const t = getT();
  const { draft, reading } = await readImport(stored);
  const name = t('imports.file.title', { name: stored.fileName.replace(/\.\w+$/, '') });
  const sheets = sheetsOf(t, previewOf(draft, reading));
  return { name, bytes: writeWorkbook({ title: name, sheets, writtenAt: stored.madeAt }) };
}
