import { NoticeBox } from '@/components/ui/notice-box';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { ReviewedReport } from '@/lib/review/report/loaders';
import { routes } from '@/lib/routes';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type ReportNoticesProps = {
  report: Pick<ReviewedReport, 'id' | 'filedVersions' | 'isWithDivision' | 'withdrawn'>;
  shown: number | null;
  extension: { proposedOn: CivilDate } | null;
};

/** Notices that the reader needs first: an older version, a withdrawn or returned one, a pending request. */
export function ReportNotices({ report, shown, extension }: ReportNoticesProps) {
  const t = useT();
  const { id, filedVersions, isWithDivision, withdrawn } = report;
  const isOlder = shown !== null && shown < filedVersions;
  const isBack = shown !== null && !isWithDivision;
  return (
    <>
      {extension && (
        <NoticeBox tone="warning">
          {t('review.extension.pendingNote', { date: formatDate(extension.proposedOn) })}
          <TextLink href={routes.extensions()}>{t('review.extension.pendingLink')}</TextLink>
        </NoticeBox>
      )}
      {isOlder && (
        <NoticeBox tone="warning">
          {t('review.report.older', { number: shown, latest: filedVersions })}
          <TextLink href={routes.reportReview(id)}>{t('review.report.olderLink')}</TextLink>
        </NoticeBox>
      )}
      {isBack && (
        <NoticeBox tone="info">
          {withdrawn === null ? t('review.report.mending') : t('review.report.withdrawn', { number: withdrawn })}
        </NoticeBox>
      )}
    </>
  );
}
