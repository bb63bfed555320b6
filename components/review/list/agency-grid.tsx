import { type Column, DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { isWithDivision } from '@/lib/domain/report/report';
import type { ListedReport } from '@/lib/review/loaders';
import { routes } from '@/lib/routes';
import { formatDate, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type AgencyReports = { code: string; name: string; reports: ListedReport[] };

function GridCell({ report }: { report: ListedReport | undefined }) {
  const t = useT();
  if (!report) return t('review.grid.none');
  if (!report.open) return <Light tone="grey">{t('review.list.notOpen')}</Light>;
  const isFiled = isWithDivision(report.status);
  const link = (
    <a href={routes.reportReview(report.id)} className="link">
      {t(`statuses.${report.status}`)}
      <span className="sr-only">
        {' '}
        {report.agencyName} {formatPeriod(report.periodCode)}
      </span>
    </a>
  );
  return (
    <span className="grid gap-0.5">
      <Light tone={report.timeliness === 'late' ? 'yellow' : report.light}>
        {isFiled ? link : t(`filingLights.${report.light}`)}
      </Light>
      {!isFiled && link}
      {report.timeliness && report.timeliness !== 'on_time' && (
        <span className={`text-xs ${report.timeliness === 'late' ? 'text-danger' : 'text-muted'}`}>
          {t(`timeliness.${report.timeliness}`)}
        </span>
      )}
      {!report.timeliness && report.extendedOn && (
        <span className="text-xs text-muted">
          {t('review.grid.extendedTo', { date: formatDate(report.extendedOn) })}
        </span>
      )}
      {report.withdrawn !== null && (
        <span className="text-xs text-warning">{t('filing.withdrawn.title', { number: report.withdrawn })}</span>
      )}
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
