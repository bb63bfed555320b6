import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { routes } from '@/lib/routes';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';
import { type PublicReport, publishedWords } from './published-words';

/** The reports published last. */
export function LatestPublished({ reports }: { reports: readonly PublicReport[] }) {
  if (reports.length === 0) {
    return <EmptyState title={t('public.home.latestEmpty')}>{t('public.home.latestEmptyHint')}</EmptyState>;
  }
  return (
    <ul className="card divide-y divide-line px-5">
      {reports.map((report) => (
        <li
          key={`${report.agency.code} ${report.quarter}`}
          className="flex flex-wrap items-baseline justify-between gap-x-6 py-3"
        >
          <TextLink href={routes.agency(report.agency.code)}>
            {t('public.home.latestTitle', { agency: report.agency.name, quarter: formatQuarter(report.quarter) })}
          </TextLink>
          <span className="text-sm text-muted">{publishedWords(report)}</span>
        </li>
      ))}
    </ul>
  );
}
