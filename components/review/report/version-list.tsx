import type { Route } from 'next';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
import type { Version } from '@/lib/review/report/data';
import { routes } from '@/lib/routes';
import { formatExactInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** All filed versions with their receipts; each can be opened. */
export function VersionList({
  reportId,
  versions,
  shown,
}: {
  reportId: string;
  versions: readonly Version[];
  shown: number;
}) {
  const t = useT();
  return (
    <Card>
      <SectionHeading>{t('review.versions.title')}</SectionHeading>
      <ol className="grid gap-4">
        {versions.map((version) => (
          <li key={version.number} className="grid gap-0.5 border-t border-line pt-3 text-sm first:border-0 first:pt-0">
            <p className="flex flex-wrap justify-between gap-x-3 text-base">
              <strong className="font-semibold">{t('review.versions.number', { number: version.number })}</strong>
              <span>{t(`timeliness.${version.timeliness}`)}</span>
            </p>
            <p className="tabular-nums">{formatExactInstant(version.filedAt)}</p>
            <p>{t('review.versions.by', { name: version.filedBy })}</p>
            <p className="text-muted">{t('review.versions.receipt')}</p>
            <p className="font-mono break-all">{version.receiptNumber}</p>
            <details>
              <summary className="link w-fit">{t('review.versions.digest')}</summary>
              <p className="font-mono break-all">{version.digest}</p>
            </details>
            <a href={routes.reportDocument(reportId, version.number)} download className="link w-fit">
              {t('receipts.version.document')}
              <span className="sr-only">{t('review.versions.number', { number: version.number })}</span>
            </a>
            {version.number === shown ? (
              <p className="text-muted">{t('review.versions.shown')}</p>
            ) : (
              <TextLink href={`${routes.reportReview(reportId)}?version=${version.number}` as Route}>
                {t('review.versions.view')}
                <span className="sr-only">{t('review.versions.number', { number: version.number })}</span>
              </TextLink>
            )}
          </li>
        ))}
      </ol>
      {versions.length > 1 && (
        <p className="mt-4 border-t border-line pt-3">
          <TextLink href={routes.reviewComparison(reportId)}>{t('differences.compare')}</TextLink>
        </p>
      )}
      {versions.length === 0 && <p className="text-muted">{t('review.versions.empty')}</p>}
    </Card>
  );
}
