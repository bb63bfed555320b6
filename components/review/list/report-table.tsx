import { StatusTag } from '@/components/reports/status-tag';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type Rhythm, rhythmOf } from '@/lib/domain/calendar/period';
import { isWithDivision } from '@/lib/domain/report/report';
import type { ListedReport } from '@/lib/review/loaders';
import { routes } from '@/lib/routes';
import type { ListQuery } from '@/lib/schemas/review';
import { formatDate, formatInstant, formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-division-t';
import { ChaseBox } from './chase-choice';
import { listedReportAddress } from './review-address';

/** The time of filing with its timeliness, or the last day. */
function FilingWords({ report }: { report: ListedReport }) {
  const t = useT();
  const { filedAt, filedVersions, status, timeliness, dueOn, closesAt, open, opensAt } = report;
  if (isWithDivision(status) && filedAt) {
    const at = formatInstant(filedAt);
    return (
      <>
        {filedVersions > 1
          ? t('review.list.filedAgainAt', { at, number: filedVersions })
          : t('review.list.filedAt', { at })}
        {timeliness && <span className="text-muted"> · {t(`timeliness.${timeliness}`)}</span>}
      </>
    );
  }
  if (!open) return t('review.list.opensAt', { date: formatDate(civilDateOf(opensAt)) });
  const date = formatDate(dueOn);
  return closesAt ? t('review.list.dueOn', { date }) : t('review.list.dueOnProvisional', { date });
}

function AgencyCell({ report, isChosenHere }: { report: ListedReport; isChosenHere: boolean }) {
  const t = useT();
  const { id, agencyName, reader, absentReader: absent, status, open } = report;
  const isWaiting = open && !isWithDivision(status);
  return (
    <>
      {isChosenHere && isWaiting ? (
        <ChaseBox reportId={id} agencyName={agencyName} />
      ) : (
        <span className="font-medium">{agencyName}</span>
      )}
      {reader && (
        <span className="block text-sm font-normal text-muted print:ml-2 print:inline print:text-xs">
          {absent ? t('assignment.readFor', { reader, absent }) : t('assignment.readBy', { reader })}
        </span>
      )}
    </>
  );
}

function StatusCell({ report }: { report: ListedReport }) {
  const t = useT();
  return (
    <span className="-mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusTag status={report.status} />
      {report.withdrawn !== null && (
        <span className="text-warning">{t('filing.withdrawn.title', { number: report.withdrawn })}</span>
      )}
      {report.status === 'filed' && report.reviewBegun && (
        <span className="text-accent">{t('review.list.underReview')}</span>
      )}
      {report.nearCopies > 0 && (
        <span className="text-warning">
          {t('review.list.nearCopies', {
            ...rhythmWords(t, rhythmOf(report.periodCode)),
            count: report.nearCopies,
          })}
        </span>
      )}
      {report.published && <span className="text-success">{t('review.list.published')}</span>}
      {report.extensionPending && <span className="text-warning">{t('review.list.extensionPending')}</span>}
    </span>
  );
}

type ReportTableProps = {
  reports: readonly ListedReport[];
  rhythm: Rhythm;
  /** The list contains reports of several periods. */
  withPeriod: boolean;
  query: ListQuery;
  mayReview: boolean;
  mayPublish: boolean;
};

function ActionLink({
  report,
  query,
  mayReview,
  mayPublish,
}: Omit<ReportTableProps, 'reports' | 'rhythm' | 'withPeriod'> & { report: ListedReport }) {
  const t = useT();
  const isForReview = mayReview && report.status === 'filed';
  const isForPublication = mayPublish && report.status === 'accepted' && !report.published;
  const label = isForReview ? 'review.list.review' : isForPublication ? 'review.list.publish' : 'review.list.view';
  return (
    <a
      href={isForPublication ? routes.publication(report.id) : listedReportAddress(report.id, query)}
      className={isForReview ? 'link font-semibold' : 'link'}
    >
      {t(label)}
      <span className="sr-only">
        {' '}
        {report.agencyName} {formatPeriod(report.periodCode)}
      </span>
    </a>
  );
}

/** The reports that a filter selects, those that need action first. */
export function ReportTable({ reports, rhythm, withPeriod, ...row }: ReportTableProps) {
  const t = useT();
  const period: Column<ListedReport> = {
    key: 'period',
    header: t('review.list.period', rhythmWords(t, rhythm)),
    cell: (report) => formatPeriod(report.periodCode),
    tight: true,
  };
  const columns: Column<ListedReport>[] = [
    {
      key: 'agency',
      header: t('review.list.agency'),
      isRowHeader: true,
      cell: (report) => <AgencyCell report={report} isChosenHere={row.mayReview && !withPeriod} />,
    },
    ...(withPeriod ? [period] : []),
    {
      key: 'light',
      header: t('review.list.light'),
      tight: true,
      cell: (report) => <Light tone={report.light}>{t(`filingLights.${report.light}`)}</Light>,
    },
    { key: 'status', header: t('review.list.status'), cell: (report) => <StatusCell report={report} /> },
    { key: 'filing', header: t('review.list.filing'), cell: (report) => <FilingWords report={report} /> },
    {
      key: 'action',
      header: t('review.list.action'),
      tight: true,
      isOnScreenOnly: true,
      cell: (report) => <ActionLink report={report} {...row} />,
    },
  ];
  return (
    <DataTable
      caption={t('review.list.caption')}
      captionHidden
      columns={columns}
      rows={reports}
      rowKey={(report) => report.id}
      empty={t('review.list.empty')}
    />
  );
}
