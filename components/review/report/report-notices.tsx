import { NoticeBox } from '@/components/ui/notice-box';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { ReportStatus } from '@/lib/domain/report/report';
import { routes } from '@/lib/routes';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type ReportNoticesProps = {
  report: { id: string; status: ReportStatus; filedVersions: number };
  shown: number | null;
  extension: { proposedOn: CivilDate } | null;
};

/** Notices that the reader needs first: an older version, a withdrawn or returned one, a pending request. */
export function ReportNotices({ report, shown, extension }: ReportNoticesProps) {
  const t = useT();
  const { id, status, filedVersions } = report;
  const isOlder = shown !== null && shown < filedVersions;
  const isWithdrawn = shown !== null && ['draft', 'awaiting_sign_off'].includes(status);
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
      {isWithdrawn && <NoticeBox tone="info">{t('review.report.withdrawn')}</NoticeBox>}
      {shown !== null && status === 'returned' && <NoticeBox tone="info">{t('review.report.mending')}</NoticeBox>}
    </>
  );
}
