import type { ListedReport } from '@/components/review/listed-report';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { routes } from '@/lib/routes';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';

type AgencyReports = { code: string; name: string; reports: ListedReport[] };

function GridCell({ report }: { report: ListedReport | undefined }) {
  if (!report) return t('review.grid.none');
  if (!report.open) return <Light tone="grey">{t('review.list.notOpen')}</Light>;
  return (
    <span className="grid gap-0.5">
      <Light tone={report.light}>{t(`filingLights.${report.light}`)}</Light>
      <a href={routes.reportReview(report.id)} className="link">
        {t(`statuses.${report.status}`)}
        <span className="sr-only">
          {' '}
          {report.agencyName} {formatQuarter(report.quarter)}
        </span>
      </a>
      {report.published && <span className="text-xs text-success">{t('review.list.published')}</span>}
    </span>
  );
}

/** Agencies by quarters: light, words and status of each report. */
export function AgencyGrid({
  agencies,
  quarters,
}: {
  agencies: readonly AgencyReports[];
  quarters: readonly Quarter[];
}) {
  const columns: Column<AgencyReports>[] = [
    {
      key: 'agency',
      header: t('review.grid.agency'),
      isRowHeader: true,
      cell: (agency) => <span className="font-medium">{agency.name}</span>,
    },
    ...quarters.map(
      (quarter): Column<AgencyReports> => ({
        key: quarter,
        header: formatQuarter(quarter),
        cell: ({ reports }) => <GridCell report={reports.find((report) => report.quarter === quarter)} />,
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
