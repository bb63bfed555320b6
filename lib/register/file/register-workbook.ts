import 'server-only';
import { type RegisterColumn, registerColumns } from '@/lib/domain/agencies/register-rows';
import type { Cell, WorkbookColumn } from '@/lib/office-files/workbook/workbook';
import { writeWorkbook } from '@/lib/office-files/workbook/write-workbook';
import { getT } from '@/lib/text/get-t';

type RegisteredAgency = {
  name: string;
  shortName: string;
  aliases: readonly string[];
  code: string;
  creditCode: string;
  kind: string;
  parent: string;
  position: number;
};

const widths: Record<RegisterColumn, number> = {
  name: 30,
  shortName: 14,
  aliases: 30,
  code: 8,
  creditCode: 22,
  kind: 12,
  parent: 24,
  position: 8,
};

function contentOf(agency: RegisteredAgency, column: RegisterColumn): Cell {
  return column === 'aliases' ? agency.aliases.join(getT()('register.separator')) : agency[column];
}

async function* rowsOf(agencies: readonly RegisteredAgency[]): AsyncGenerator<Cell[]> {
  for (const agency of agencies) yield registerColumns.map((column) => contentOf(agency, column));
}

/** Writes the register as .xlsx in the columns that an import reads, so that the file changes nothing by itself. */
export function writeRegisterWorkbook(agencies: readonly RegisteredAgency[], now: Date): AsyncGenerator<Uint8Array> {
  const t = getT();
  const columns = registerColumns.map(
    (column): WorkbookColumn => ({ title: t(`register.file.column.${column}`), width: widths[column] }),
  );
  const sheet = { name: t('register.file.sheet'), columns, rows: rowsOf(agencies), layout: 'single' } as const;
  return writeWorkbook({ title: t('register.title'), sheets: [sheet], writtenAt: now });
}
