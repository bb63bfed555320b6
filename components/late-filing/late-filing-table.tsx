import { StatusTag } from '@/components/reports/status-tag';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { LateFilingRow } from '@/lib/late-filing/data';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type LateFilingTableProps = {
  reports: readonly LateFilingRow[];
  /** Says whether a report is ticked initially; null where the reader cannot tick any. */
  isTicked: ((reportId: string) => boolean) | null;
};

/** The reports that are not filed, each with its last day and its late filing. */
export function LateFilingTable({ reports, isTicked }: LateFilingTableProps) {
  const t = useT();
  const agency = ({ id, agencyName }: LateFilingRow) =>
    isTicked === null ? (
      agencyName
    ) : (
      <label className="-my-1.5 flex min-h-9 items-center gap-2.5 font-medium">
        <input
          type="checkbox"
          name="reportId"
          value={id}
          defaultChecked={isTicked(id)}
          className="size-5 shrink-0 accent-accent"
        />
        {agencyName}
      </label>
    );
  const columns: Column<LateFilingRow>[] = [
    { key: 'agency', header: t('lateFiling.list.agency'), isRowHeader: true, cell: agency },
    { key: 'status', header: t('lateFiling.list.status'), cell: ({ status }) => <StatusTag status={status} /> },
    {
      key: 'dueOn',
      header: t('lateFiling.list.dueOn'),
      cell: ({ dueOn, isOverdue }) => (
        <span>
          {formatDate(dueOn)}
          {isOverdue && <span className="ml-2 text-danger">{t('lateFiling.list.overdue')}</span>}
        </span>
      ),
    },
    {
      key: 'lateFiling',
      header: t('lateFiling.list.lateFiling'),
      cell: ({ lateFilingOpen }) => (
        <span className={lateFilingOpen ? 'font-medium' : 'text-muted'}>
          {t(lateFilingOpen ? 'lateFiling.list.open' : 'lateFiling.list.closed')}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('lateFiling.list.caption')}
      captionHidden
      columns={columns}
      rows={reports}
      rowKey={({ id }) => id}
    />
  );
}
