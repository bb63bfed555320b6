import 'server-only';
import { periodWords } from '@/lib/documents/circular/circular-words';
import type { DocumentFilter } from '@/lib/documents/circular/data';
import type { DocumentSource, WrittenDocument } from '@/lib/documents/document-source';
import { sectionWords } from '@/lib/documents/entry-words';
import { sections } from '@/lib/domain/report/completeness';
import type { Cell, WorkbookColumn } from '@/lib/office-files/workbook/workbook';
import { writeWorkbook } from '@/lib/office-files/workbook/write-workbook';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';
import { countLedgerRows, type LedgerRow, listLedgerRows } from './data';

// Together they stay readable on landscape A4; the sections share the width that the other columns leave.
const widths = {
  number: 9,
  quarter: 15,
  task: 28,
  leadAgency: 13,
  supportingAgencies: 13,
  status: 9,
  outcome: 9,
  light: 8,
  progress: 32,
  problems: 24,
  results: 26,
  nextSteps: 26,
  receipt: 15,
};

const centred = new Set(['number', 'quarter', 'status', 'outcome', 'light']);
const unrepeated = new Set<string>(sections);

const columns = Object.entries(widths).map(
  ([key, width]): WorkbookColumn => ({
    title: t(`ledger.columns.${key as keyof typeof widths}`),
    width,
    isCentred: centred.has(key),
    isRepeated: !unrepeated.has(key),
  }),
);

function cellsOf(row: LedgerRow, number: number): Cell[] {
  const { filed } = row;
  const section = (name: 'progress' | 'problems' | 'results' | 'nextSteps') => (filed ? sectionWords(filed, name) : '');
  return [
    number,
    formatQuarter(row.quarter),
    row.taskText,
    row.leadAgency,
    row.supportingAgencies.join(t('ledger.and')),
    t(`statuses.${row.status}`),
    t(`circular.outcomes.${row.outcome}`),
    filed?.light ? t(`progressLights.${filed.light}`) : '',
    section('progress'),
    section('problems'),
    section('results'),
    section('nextSteps'),
    filed?.receiptNumber ?? '',
  ];
}

async function* numbered(batches: AsyncIterable<LedgerRow[]>): AsyncGenerator<Cell[]> {
  let number = 0;
  for await (const rows of batches) {
    for (const row of rows) {
      number += 1;
      yield cellsOf(row, number);
    }
  }
}

/**
 * Writes the 台账 (ledger): one row per task and quarter with the filed text; more rows only where no row is high enough
 * for it.
 */
export async function writeLedger({ client, scope, order, told }: DocumentSource): Promise<WrittenDocument> {
  const filter: DocumentFilter = { ...order, planCode: order.plan.code, now: order.countedAt };
  const total = await countLedgerRows(client, scope, filter);
  const bytes = writeWorkbook({
    title: t('ledger.title', { period: periodWords(order), plan: order.plan.title }),
    sheetName: t('ledger.sheet'),
    columns,
    rows: numbered(told(listLedgerRows(client, scope, filter))),
    writtenAt: order.countedAt,
  });
  return { total, bytes };
}
