import { type Column, DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { ListedReport } from '@/lib/review/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type AgencyReports = { code: string; name: string; reports: ListedReport[] };

function GridCell({ report }: { report: ListedReport | undefined }) {
  const t = useT();
  if (!report) return t('review.grid.none');
  if (!report.open) return <Light tone="grey">{t('review.list.notOpen')}</Light>;
  return (
    <span className="grid gap-0.5">
      <Light tone={report.light}>{t(`filingLights.${report.light}`)}</Light>
      <a href={routes.reportReview(report.id)} className="link">
        {t(`statuses.${report.status}`)}
        <span className="sr-only">
          {' '}
          {report.agencyName} {formatPeriod(report.periodCode)}
        </span>
      </a>
      {report.published && <span className="text-xs text-success">{t('review.list.published')}</span>}
    </span>
  );
}

/** Agencies by periods: light, words and status of each report. */
export function AgencyGrid({
  agencies,
  periodCodes,
}: {
  agencies: readonly AgencyReports[];
  periodCodes: readonly PeriodCode[];
}) {
  const t = useT();
  const columns: Column<AgencyReports>[] = [
    {
      key: 'agency',
      header: t('review.grid.agency'),
      isRowHeader: true,
      cell: (agency) => <span className="font-medium">{agency.name}</span>,
    },
    ...periodCodes.map(
      (periodCode): Column<AgencyReports> => ({
        key: periodCode,
        header: formatPeriod(periodCode),
        cell: ({ reports }) => <GridCell report={reports.find((report) => report.periodCode === periodCode)} />,
      }),
    ),
  ];
  return (
    <DataTable
      caption={t('review.grid.caption')}
      captionHidden
      columns={columns}
      rows={agencies}
      rowKey={(agency) => agency.code}
      empty={t('review.grid.empty')}
    />
  );
}
