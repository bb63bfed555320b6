import 'server-only';
import type { DocumentSource, PeriodDocument, WrittenDocument } from '@/lib/documents/document-source';
import { listDocumentPeriods } from '@/lib/documents/periods/data';
import { sectionWords } from '@/lib/documents/wording';
import type { Rhythm } from '@/lib/domain/calendar/period';
import { type EntryForm, type EntryKey, readParts, type Section, shortParts } from '@/lib/domain/report/entry';
import { coverageOf } from '@/lib/domain/review/documents';
import type { Cell, WorkbookColumn } from '@/lib/office-files/workbook/workbook';
import { writeWorkbook } from '@/lib/office-files/workbook/write-workbook';
import { getFormOfPlan } from '@/lib/server/database/stored-form';
import { coverageWords } from '@/lib/text/coverage-words';
import { contentWords, shortName } from '@/lib/text/entry-words';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rhythmWords } from '@/lib/text/rhythm-words';
import type { Translate } from '@/lib/text/translator';
import { countLedgerRows, type LedgerRow, listLedgerRows } from './data';

type LedgerColumn = WorkbookColumn & { contentOf: (row: LedgerRow, number: number) => Cell };

// Together they stay readable on landscape A4; the sections share the width that the other columns leave.
const sectionWidths: Partial<Record<Section, number>> = { progress: 32, problems: 24 };
const [sectionWidth, shortWidth] = [26, 8];

const partColumn =
  (t: Translate, form: EntryForm) =>
  (part: EntryKey): LedgerColumn => {
    const isShort = shortParts(form).includes(part);
    return {
      title: shortName(t, form, part),
      width: isShort ? shortWidth : (sectionWidths[part] ?? sectionWidth),
      isCentred: isShort,
      isRepeated: isShort,
      contentOf: ({ filed }) => {
        if (!filed) return '';
        return isShort ? contentWords(t, form, part, filed[part]) : sectionWords(filed, part, form);
      },
    };
  };

function column(title: string, width: number, contentOf: LedgerColumn['contentOf'], isCentred = false): LedgerColumn {
  return { title, width, isCentred, isRepeated: true, contentOf };
}

const columns = (t: Translate, rhythm: Rhythm, form: EntryForm): readonly LedgerColumn[] => [
  column(t('documents.ledger.columns.number'), 9, (_, number) => number, true),
  column(rhythmWords(t, rhythm).unit, 15, ({ periodCode }) => formatPeriod(periodCode), true),
  column(t('documents.ledger.columns.task'), 28, ({ taskText }) => taskText),
  column(t('documents.ledger.columns.leadAgency'), 13, ({ leadAgency }) => leadAgency),
  column(t('documents.ledger.columns.supportingAgencies'), 13, ({ supportingAgencies }) =>
    supportingAgencies.join(t('documents.ledger.and')),
  ),
  column(t('documents.ledger.columns.status'), 9, ({ status }) => t(`statuses.${status}`), true),
  column(t('documents.ledger.columns.outcome'), 9, ({ outcome }) => t(`documents.circular.outcomes.${outcome}`), true),
  ...readParts(form).map(partColumn(t, form)),
  column(t('documents.ledger.columns.receipt'), 15, ({ filed }) => filed?.receiptNumber ?? ''),
];

async function* numbered(batches: AsyncIterable<LedgerRow[]>, shown: readonly LedgerColumn[]): AsyncGenerator<Cell[]> {
  let number = 0;
  for await (const rows of batches) {
    for (const row of rows) {
      number += 1;
      yield shown.map(({ contentOf }) => contentOf(row, number));
    }
  }
}

/**
 * Writes the 台账 (ledger): on the first sheet one row per task and period with the filed text, and more rows only
 * where no row is high enough for it; on the second sheet exactly one row per task and period.
 */
export async function writeLedger(source: DocumentSource<PeriodDocument>): Promise<WrittenDocument> {
  const t = getT();
  const { client, scope, wanted, withProgress } = source;
  const { plan, countedAt: now } = wanted;
  const coverage = coverageOf(wanted, await listDocumentPeriods(client, plan.code), now);
  const filter = { planCode: plan.code, codes: coverage.codes, now };
  const total = await countLedgerRows(client, scope, filter);
  const read = () => listLedgerRows(client, scope, filter);
  const shown = columns(t, plan.rhythm, await getFormOfPlan(plan.code, client));
  const titled = shown.map(({ contentOf: _, ...column }) => column);
  const bytes = writeWorkbook({
    title: t('documents.ledger.title', { period: coverageWords(t, coverage), plan: plan.title }),
    sheets: [
      {
        name: t('documents.ledger.sheet'),
        columns: titled,
        rows: numbered(withProgress(read()), shown),
        layout: 'whole',
      },
      { name: t('documents.ledger.sheetOfRows'), columns: titled, rows: numbered(read(), shown), layout: 'single' },
    ],
    writtenAt: now,
  });
  return { total, bytes };
}
