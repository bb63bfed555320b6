import { TextLink } from '@/components/ui/text-link';
import { routes } from '@/lib/routes';
import type { DraftEntry } from '@/lib/summaries/loaders';
import { useT } from '@/lib/text/use-division-t';
import { TakeVersions } from './take-versions';

type SourceNoteProps = { summaryId: string; entry: DraftEntry; mayWrite: boolean };

/** The filed version from which the text comes, and whether the report has changed since. */
export function SourceNote({ summaryId, entry, mayWrite }: SourceNoteProps) {
  const t = useT();
  const { sourceStatus, versionNumber, latest, receiptNumber, reportId, agencyName } = entry;
  return (
    <div className="grid gap-1 text-sm">
      <p className="text-muted">
        {t('summaries.source.from', { agency: agencyName, number: versionNumber, receipt: receiptNumber })}{' '}
        <TextLink href={routes.reportReview(reportId)}>{t('summaries.source.report')}</TextLink>
      </p>
      {sourceStatus !== 'current' && (
        <p className="font-medium text-warning">
          {t(`summaries.source.statuses.${sourceStatus}`, { number: versionNumber, latest })}
        </p>
      )}
      {sourceStatus === 'newer' && mayWrite && (
        <TakeVersions summaryId={summaryId} reportId={reportId} label={t('summaries.source.take', { latest })} />
      )}
    </div>
  );
}
