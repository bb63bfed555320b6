import { TextLink } from '@/components/ui/text-link';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

type VersionLinksProps = { reportId: string; number: number; filedVersions: number };

/** Links of a filed version: the sheet to print, the file to keep, the comparison with other versions. */
export function VersionLinks({ reportId, number, filedVersions }: VersionLinksProps) {
  const t = useT();
  return (
    <ul className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-2">
      <li>
        <TextLink href={routes.receiptSheet(reportId, number)}>{t('receipts.version.sheet')}</TextLink>
      </li>
      <li>
        <a href={routes.reportDocument(reportId, number)} download className="link">
          {t('receipts.version.document')}
        </a>
      </li>
      <li>
        <a href={routes.versionExport(reportId, number)} download className="link">
          {t('receipts.version.export')}
        </a>
      </li>
      {filedVersions > 1 && (
        <li>
          <TextLink href={routes.versionComparison(reportId)}>{t('differences.compare')}</TextLink>
        </li>
      )}
    </ul>
  );
}
