import { StatusTag } from '@/components/reports/status-tag';
import { type Column, DataTable } from '@/components/ui/data-table';
import { TickAll } from '@/components/ui/tick-all';
import type { ChasableRow } from '@/lib/chasing/loaders';
import { formatDate, formatInstant, formatTime } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type UnfiledTableProps = {
  reports: readonly ChasableRow[];
  /** Says whether a report is ticked initially; null where the reader cannot tick any. */
  isTicked: ((reportId: string) => boolean) | null;
};

/** The reports that are not filed, each with a checkbox. */
export function UnfiledTable({ reports, isTicked }: UnfiledTableProps) {
  const t = useT();
  const nameOf = ({ agencyName, hasRecipient }: ChasableRow) => (
    <span>
      {agencyName} {!hasRecipient && <span className="text-sm text-danger">{t('chasing.list.withoutRecipient')}</span>}
    </span>
  );
  const agency = (report: ChasableRow) =>
    isTicked === null ? (
      nameOf(report)
    ) : (
      <label className="-my-1.5 flex min-h-9 items-center gap-2.5 font-medium">
        <input
          type="checkbox"
          name="reportId"
          value={report.id}
          defaultChecked={isTicked(report.id)}
          className="size-5 shrink-0 accent-accent"
        />
        {nameOf(report)}
      </label>
    );
  const columns: Column<ChasableRow>[] = [
    { key: 'agency', header: t('chasing.list.agency'), isRowHeader: true, cell: agency },
    { key: 'status', header: t('chasing.list.status'), cell: ({ status }) => <StatusTag status={status} /> },
    { key: 'dueOn', header: t('chasing.list.dueOn'), cell: ({ dueOn }) => formatDate(dueOn) },
    {
      key: 'last',
      header: t('chasing.list.last'),
      cell: ({ chasedAt, isChasedToday }) => {
        if (chasedAt === null) return t('chasing.list.never');
        return isChasedToday ? t('chasing.list.today', { time: formatTime(chasedAt) }) : formatInstant(chasedAt);
      },
    },
  ];
  return (
    <>
      {isTicked !== null && reports.length > 1 && <TickAll boxes='[name="reportId"]' />}
      <DataTable
        caption={t('chasing.list.caption')}
        captionHidden
        columns={columns}
        rows={reports}
        rowKey={({ id }) => id}
      />
    </>
  );
}
