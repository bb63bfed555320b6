import { SectionHeading } from '@/components/ui/section-heading';
import type { ReportFacts } from '@/lib/filing/data';
import { routes } from '@/lib/routes';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** All filed versions, each with its receipt. */
export function VersionList({ report }: { report: ReportFacts }) {
  const t = useT();
  if (report.versions.length === 0) return null;
  return (
    <section className="no-print mt-10">
      <SectionHeading>{t('filing.versions.title')}</SectionHeading>
      <ul className="card ruled">
        {report.versions.map((version) => (
          <li key={version.number} className="flex flex-wrap gap-x-4 px-5 py-3">
            <a href={routes.receipt(report.id, version.number)} className="link font-medium">
              {t('filing.versions.version', { number: version.number })}
            </a>
            <span className="text-muted">{t('filing.versions.filedAt', { at: formatInstant(version.filedAt) })}</span>
            <span className="font-mono text-sm text-muted">{version.receiptNumber}</span>
          </li>
        ))}
      </ul>
      {report.versions.length > 1 && (
        <p className="mt-3">
          <a href={routes.versionComparison(report.id)} className="link">
            {t('differences.compare')}
          </a>
        </p>
      )}
    </section>
  );
}
