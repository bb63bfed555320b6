import { RefreshAtClosing } from '@/components/live/refresh-at-closing';
import { AtClosing } from '@/components/reports/countdown/at-closing';
import { TimeLeftText } from '@/components/reports/countdown/time-left-text';
import { NoticeBox } from '@/components/ui/notice-box';
import { WrittenText } from '@/components/ui/written-text';
import type { ReportExtension } from '@/lib/extensions/data';
import type { ReportWithStatus } from '@/lib/filing/data';
import type { ReturnedReview } from '@/lib/reports/returns/data';
import { routes } from '@/lib/routes';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { ClosedNotice } from './closed-notice';
import { WithdrawnNotice } from './withdrawn-notice';

type Passed = { at: Date; by: string; reason: string };

export type ReportNoticesProps = {
  report: ReportWithStatus & {
    extension: ReportExtension | null;
    sentBack: Passed | null;
    returnedBy: ReturnedReview | null;
  };
};

/** Notices that the author needs first: returned, sent back, closed. */
export function ReportNotices({ report }: ReportNoticesProps) {
  const t = useT();
  const { sentBack, returnedBy, status, countdown } = report;
  const isReturned = returnedBy !== null && (status === 'returned' || status === 'draft');
  return (
    <div className="mb-6 grid gap-4 empty:hidden">
      {report.filingEnd && !report.isWithDivision && (
        <NoticeBox tone="warning" title={t(`filing.ended.${report.filingEnd}.title`)}>
          <p>{t('filing.ended.kept')}</p>
        </NoticeBox>
      )}
      {report.withdrawn !== null && <WithdrawnNotice number={report.withdrawn} />}
      {isReturned && (
        <NoticeBox tone="warning" title={t('filing.returned.title')}>
          <p>
            {t('filing.returned.explanation', {
              at: formatInstant(returnedBy.decidedAt),
              by: returnedBy.by,
              count: new Set(returnedBy.comments.map(({ taskId }) => taskId)).size,
            })}
          </p>
          <a href={routes.receipt(report.id, returnedBy.version)} className="link">
            {t('filing.returned.version', { number: returnedBy.version })}
          </a>
          {!report.isOverdue && (
            <p className="font-semibold">
              {t('filing.returned.dueOn', { deadline: deadlineWords(report.dueOn, report.period.rule) })}{' '}
              {countdown && <TimeLeftText countdown={countdown} />}
            </p>
          )}
        </NoticeBox>
      )}
      {sentBack && (status === 'returned' || status === 'draft') && (
        <NoticeBox
          tone="warning"
          title={t('filing.sentBack.title', { by: sentBack.by, at: formatInstant(sentBack.at) })}
        >
          <WrittenText text={sentBack.reason} />
        </NoticeBox>
      )}
      {countdown && (
        <>
          <AtClosing countdown={countdown} after={<ClosedNotice report={report} extension={report.extension} />} />
          <RefreshAtClosing reportId={report.id} countdown={countdown} />
        </>
      )}
    </div>
  );
}
