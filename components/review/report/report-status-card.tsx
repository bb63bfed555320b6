import { EarlyMark } from '@/components/reports/early-mark';
import { StatusTag } from '@/components/reports/status-tag';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Light } from '@/components/ui/light';
import { TextLink } from '@/components/ui/text-link';
import { isLateFilingOpen } from '@/lib/domain/deadline/closing';
import type { FilingLight } from '@/lib/domain/report/filing-light';
import type { ReviewedReport } from '@/lib/review/report/loaders';
import { routes } from '@/lib/routes';
import { formatDateWithWeekday, formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type ReportStatusCardProps = {
  report: ReviewedReport;
  light: FilingLight;
  latest: { number: number; filedAt: Date } | undefined;
  /** When the open review began, and by whom. */
  begun: { at: Date; by: string } | undefined;
};

/** The status of the report: light, last day, filing, publication. */
export function ReportStatusCard({ report, light, latest, begun }: ReportStatusCardProps) {
  const t = useT();
  const dueOn = formatDateWithWeekday(report.dueOn);
  const items = [
    {
      term: t('review.report.status'),
      details: (
        <>
          <StatusTag status={report.status} />
          {report.status === 'filed' && report.reviewBegun && (
            <span className="ml-3 text-accent">{t('review.list.underReview')}</span>
          )}
        </>
      ),
    },
    { term: t('review.report.light'), details: <Light tone={light}>{t(`filingLights.${light}`)}</Light> },
    {
      term: t('review.report.dueOn'),
      details: report.provisional ? `${dueOn}${t('review.report.provisional')}` : dueOn,
    },
    isLateFilingOpen(report) &&
      !report.isWithDivision && {
        term: t('lateFiling.list.lateFiling'),
        details: (
          <TextLink href={routes.lateFilingOf(report.plan.code, report.periodCode)}>
            {t('lateFiling.list.open')}
          </TextLink>
        ),
      },
    latest && {
      term: t('review.report.filed'),
      details: (
        <>
          {t(report.withdrawn === null ? 'filing.facts.filedDetails' : 'filing.facts.withdrawnDetails', {
            at: formatInstant(latest.filedAt),
            number: latest.number,
          })}
          <EarlyMark filedAt={latest.filedAt} periodCode={report.periodCode} dueOn={report.dueOn} />
        </>
      ),
    },
    begun && {
      term: t('review.updates.begun'),
      details: t('review.updates.begunDetails', { at: formatInstant(begun.at), by: begun.by }),
    },
    report.timeliness && { term: t('review.report.timeliness'), details: t(`timeliness.${report.timeliness}`) },
    (report.published || report.status === 'accepted') && {
      term: t('review.report.publication'),
      details: (
        <>
          {t(report.published ? 'review.report.isPublished' : 'review.report.notPublished')}{' '}
          <TextLink href={routes.publication(report.id)}>{t('review.report.publicationView')}</TextLink>
        </>
      ),
    },
  ];
  return (
    <Card>
      <h2 className="sr-only">{t('review.report.facts')}</h2>
      <DefinitionList items={items.filter((item) => !!item)} />
    </Card>
  );
}
