import { type Column, DataTable } from '@/components/ui/data-table';
import type { ListedDocument } from '@/lib/documents/loaders';
import { routes } from '@/lib/routes';
import { formatFileSize, formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { documentName } from './document-words';

function Progress({ document }: { document: ListedDocument }) {
  const t = useT();
  const { done, total, failed } = document;
  if (failed) return <span className="text-danger">{t('documents.desk.failed')}</span>;
  if (total === 0) return <span className="text-muted">{t('documents.desk.waiting')}</span>;
  const words = t('documents.desk.progress', { done, total });
  return (
    <span className="grid justify-items-start gap-1">
      <span className="tabular-nums">{words}</span>
      <progress className="w-40" max={total} value={done} aria-label={documentName(t, document)} />
    </span>
  );
}

function Outcome({ document }: { document: ListedDocument }) {
  const t = useT();
  if (!document.finished) return <Progress document={document} />;
  return (
    <span className="grid">
      <a href={routes.documentFile(document.id)} download className="link whitespace-nowrap">
        {t('documents.desk.download', { size: formatFileSize(document.finished.size) })}
        <span className="sr-only">{documentName(t, document)}</span>
      </a>
      <span className="text-xs text-muted">{t('documents.desk.keptFor', { days: document.daysLeft })}</span>
    </span>
  );
}

const columns = (t: Translate): Column<ListedDocument>[] => [
  {
    key: 'document',
    header: t('documents.desk.columns.document'),
    isRowHeader: true,
    cell: (document) => (
      <span className="grid">
        <span className="font-medium">{documentName(t, document)}</span>
        <span className="text-xs text-muted">{document.planTitle}</span>
      </span>
    ),
  },
  {
    key: 'requestedBy',
    header: t('documents.desk.columns.requestedBy'),
    cell: ({ requestedBy, requestedAt }) => (
      <span className="grid">
        <span>{requestedBy}</span>
        <span className="text-xs text-muted tabular-nums">{formatInstant(requestedAt)}</span>
      </span>
    ),
  },
  {
    key: 'countedAt',
    header: t('documents.desk.columns.countedAt'),
    cell: ({ countedAt }) =>
      countedAt ? (
        <span className="tabular-nums md:whitespace-nowrap">{formatInstant(countedAt)}</span>
      ) : (
        <span className="text-muted">{t('documents.desk.notCounted')}</span>
      ),
  },
  {
    key: 'outcome',
    header: t('documents.desk.columns.outcome'),
    cell: (document) => <Outcome document={document} />,
  },
];

/** The requested documents, each with its progress or its download link. */
export function DocumentTable({ documents }: { documents: readonly ListedDocument[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('documents.desk.list')}
      captionHidden
      columns={columns(t)}
      rows={documents}
      rowKey={({ id }) => id}
      empty={t('documents.desk.empty')}
    />
  );
}
