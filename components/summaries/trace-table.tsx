import { type Column, DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import { TextLink } from '@/components/ui/text-link';
import { type Section, sectionsOf } from '@/lib/domain/report/entry';
import { editOf } from '@/lib/domain/review/summary';
import { routes } from '@/lib/routes';
import type { DraftEntry } from '@/lib/summaries/loaders';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { filedWords } from '@/lib/text/summary-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

type TracedEntry = DraftEntry & { position: number };

/** The sections whose text is no longer the agency's. */
function editedIn(t: Translate, entry: DraftEntry): Section[] {
  return sectionsOf(entry.form).filter((section) => {
    const text = entry.edits[section]?.text;
    return typeof text === 'string' && editOf(text, filedWords(t, entry.content, section, entry.form)) !== null;
  });
}

function EditedCell({ entry }: { entry: DraftEntry }) {
  const t = useT();
  const edited = editedIn(t, entry);
  if (edited.length === 0) return <span className="text-muted">{t('summaries.traces.asFiled')}</span>;
  const names = edited.map((section) => fieldLabel(t, entry.form, section)).join(t('summaries.words.and'));
  return <Light tone="blue">{t('summaries.traces.edited', { sections: names })}</Light>;
}

const columns = (t: Translate): Column<TracedEntry>[] => [
  { key: 'position', header: t('summaries.table.number'), align: 'end', tight: true, cell: ({ position }) => position },
  { key: 'task', header: t('summaries.table.task'), isRowHeader: true, cell: ({ taskText }) => taskText },
  {
    key: 'agency',
    header: t('summaries.table.agency'),
    cell: ({ agencyName, reportId }) => <TextLink href={routes.reportReview(reportId)}>{agencyName}</TextLink>,
  },
  {
    key: 'version',
    header: t('summaries.traces.version'),
    cell: ({ versionNumber: number, filedAt }) => t('summaries.traces.filed', { number, at: formatInstant(filedAt) }),
  },
  {
    key: 'receipt',
    header: t('summaries.traces.receipt'),
    cell: ({ receiptNumber }) => <TextLink href={routes.checkedReceipt(receiptNumber)}>{receiptNumber}</TextLink>,
  },
  { key: 'edited', header: t('summaries.traces.words'), cell: (entry) => <EditedCell entry={entry} /> },
];

/** The source of every passage (agency, filed version, receipt), and the passages written by the division. */
export function TraceTable({ entries }: { entries: readonly TracedEntry[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('summaries.traces.caption')}
      captionHidden
      columns={columns(t)}
      rows={entries}
      rowKey={({ id }) => id}
      empty={t('summaries.body.empty')}
    />
  );
}
