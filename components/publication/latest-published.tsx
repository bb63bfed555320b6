import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { PublishedReport } from '@/lib/publication/data';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { rhythmWords, type SharedRhythm } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { periodAnchor, publishedAtWords } from './published-words';

/** The reports published last. */
export function LatestPublished({ reports, rhythm }: { reports: readonly PublishedReport[]; rhythm: SharedRhythm }) {
  const t = useT();
  if (reports.length === 0) {
    return (
      <EmptyState title={t('public.home.latestEmpty', rhythmWords(t, rhythm))}>
        {t('public.home.latestEmptyHint')}
      </EmptyState>
    );
  }
  return (
    <ul className="card ruled px-5">
      {reports.map((report) => (
        <li
          key={`${report.content.plan.code} ${report.agency.code} ${report.periodCode}`}
          className="flex flex-wrap items-baseline justify-between gap-x-6 py-3"
        >
          <TextLink
            href={routes.agencyPeriod(report.agency.code, periodAnchor(report.content.plan.code, report.periodCode))}
          >
            {t('public.home.latestTitle', { agency: report.agency.name, period: formatPeriod(report.periodCode) })}
          </TextLink>
          <span className="text-sm text-muted">{publishedAtWords(t, report)}</span>
        </li>
      ))}
    </ul>
  );
}
