import 'server-only';
import { type EntryForm, findField, type Section } from '@/lib/domain/report/entry';
import { mostNamed, passageText } from '@/lib/domain/review/summary';
import type { Annex, OfficialBlock, OfficialDocument, TableCell } from '@/lib/office-files/official/official-document';
import type { LeftOutReport, SummaryCounts, SummaryHead } from '@/lib/summaries/data';
import type { SummaryEntry } from '@/lib/summaries/entries/data';
import { chineseNumber } from '@/lib/text/chinese-number';
import { fieldLabel } from '@/lib/text/entry-words';
import { getT } from '@/lib/text/get-t';
import { coverageWords, filedWords, leftOutState } from '@/lib/text/summary-words';

export type SummarySource = {
  summary: SummaryHead;
  counts: SummaryCounts;
  leftOut: readonly LeftOutReport[];
  /** The entries in order, read again at each call: a document needs them once for its text and once for its table. */
  entries: () => AsyncIterable<SummaryEntry>;
};

const textOf = ({ content, form, edits }: SummaryEntry, section: Section) => {
  const t = getT();
  return passageText({ original: filedWords(t, content, section, form), edited: edits[section]?.text ?? null });
};

const traceOf = ({ agencyName: agency, versionNumber: version, receiptNumber }: SummaryEntry) => ({
  agency,
  version,
  receiptNumber,
});

const paragraph = (text: string): OfficialBlock => ({ kind: 'paragraph', text });

function heading(level: 1 | 2 | 3, count: number, title: string): OfficialBlock {
  const t = getT();
  const number = level === 3 ? String(count) : chineseNumber(count);
  return { kind: 'heading', level, text: t(`summaries.document.headings.${level}`, { number, title }) };
}

/** The sections of an entry that have content, each under its heading. */
function passagesOf(entry: SummaryEntry, { form, sections }: SummaryHead, level: 2 | 3): OfficialBlock[] {
  const t = getT();
  const said = sections.filter((section) => textOf(entry, section).trim() !== '');
  return said.flatMap((section, index) => [
    heading(level, index + 1, fieldLabel(t, form, section)),
    { kind: 'paragraph', text: textOf(entry, section), trace: traceOf(entry) },
  ]);
}

/** The text by agency, with its tasks below; an agency or task without content gets no heading. */
async function* byAgency({ summary, entries }: SummarySource): AsyncGenerator<OfficialBlock> {
  let [agencies, tasks, position] = [0, 0, 0];
  for await (const entry of entries()) {
    const passages = passagesOf(entry, summary, 3);
    if (passages.length === 0) continue;
    if (entry.position !== position) {
      agencies += 1;
      [position, tasks] = [entry.position, 0];
      yield heading(1, agencies, entry.agencyName);
    }
    tasks += 1;
    yield heading(2, tasks, entry.taskText);
    yield* passages;
  }
}

async function* byTask({ summary, entries }: SummarySource): AsyncGenerator<OfficialBlock> {
  const t = getT();
  let tasks = 0;
  for await (const entry of entries()) {
    const passages = passagesOf(entry, summary, 2);
    if (passages.length === 0) continue;
    tasks += 1;
    const { taskText: task, agencyName: agency } = entry;
    yield heading(1, tasks, t('summaries.document.taskOf', { task, agency }));
    yield* passages;
  }
}

async function* blocksOf(source: SummarySource): AsyncGenerator<OfficialBlock> {
  const t = getT();
  const { summary, counts, leftOut } = source;
  yield paragraph(summary.introduction);
  yield* summary.arrangement === 'by_agency' ? byAgency(source) : byTask(source);
  yield paragraph(coverageWords(t, counts, leftOut));
  yield paragraph(summary.closing);
}

/** The table has its own order, with results next to progress. */
const leftmost: readonly Section[] = ['progress', 'results'];
const tableSections = (sections: readonly Section[]) => [
  ...leftmost.filter((section) => sections.includes(section)),
  ...sections.filter((section) => !leftmost.includes(section)),
];

const columnTitle = (section: Section, form: EntryForm) => {
  const t = getT();
  const isNoticed = section === 'progress' && findField(section, form)?.label === undefined;
  return isNoticed ? t('summaries.table.progress') : fieldLabel(t, form, section);
};

async function* rowsOf({ entries }: SummarySource, chosen: readonly Section[]): AsyncGenerator<TableCell[]> {
  let number = 0;
  for await (const entry of entries()) {
    number += 1;
    const passages = chosen.map((section): TableCell => {
      const text = textOf(entry, section);
      return text.trim() === '' ? '' : { text, trace: traceOf(entry) };
    });
    yield [String(number), entry.taskText, entry.agencyName, ...passages];
  }
}

function tableAnnex(source: SummarySource): Annex {
  const t = getT();
  const { sections, form } = source.summary;
  const chosen = tableSections(sections);
  const columns = [
    { title: t('summaries.table.number'), width: 3, isCentred: true },
    { title: t('summaries.table.task'), width: 7 },
    { title: t('summaries.table.agency'), width: 4 },
    ...chosen.map((section) => ({ title: columnTitle(section, form), width: 8 })),
  ];
  return {
    title: t('summaries.table.title'),
    isLandscape: true,
    blocks: [{ kind: 'table', columns, rows: rowsOf(source, chosen) }],
  };
}

function leftOutAnnex(leftOut: readonly LeftOutReport[]): Annex {
  const t = getT();
  const rows = leftOut.map(({ agencyName, status }, index) => [String(index + 1), agencyName, leftOutState(t, status)]);
  const columns = [
    { title: t('summaries.table.number'), width: 3, isCentred: true },
    { title: t('summaries.table.agency'), width: 10 },
    { title: t('summaries.table.status'), width: 6 },
  ];
  return { title: t('summaries.table.leftOut'), blocks: [{ kind: 'table', columns, rows }] };
}

/** Gives the official document of a draft; the same draft with the same versions gives the same document. */
export function summaryDocument(source: SummarySource): OfficialDocument {
  const { summary, leftOut } = source;
  return {
    title: summary.title,
    blocks: blocksOf(source),
    annexes: [
      ...(summary.withTable ? [tableAnnex(source)] : []),
      ...(leftOut.length > mostNamed ? [leftOutAnnex(leftOut)] : []),
    ],
    signature: { issuer: summary.plan.contactOffice, signedOn: summary.signedOn },
    writtenAt: summary.changedAt,
  };
}
