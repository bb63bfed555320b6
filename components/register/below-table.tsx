import { StatusTag } from '@/components/reports/status-tag';
import { DataTable } from '@/components/ui/data-table';
import type { FiledBelow } from '@/lib/register/below/data';
import { routes } from '@/lib/routes';
import { formatInstant, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** The reports that agencies below the reader's own have handed in, each with the version that can be read. */
export function BelowTable({ reports }: { reports: readonly FiledBelow[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('register.below-page.caption')}
      captionHidden
      rows={reports}
      rowKey={({ id }) => id}
      empty={t('register.below-page.empty')}
      columns={[
        {
          key: 'agency',
          header: t('register.below-page.agency'),
          isRowHeader: true,
          cell: ({ agencyName }) => agencyName,
        },
        { key: 'plan', header: t('register.below-page.plan'), cell: ({ planTitle }) => planTitle },
        {
          key: 'period',
          header: t('register.below-page.period'),
          tight: true,
          cell: ({ periodCode }) => formatPeriod(periodCode),
        },
        {
          key: 'status',
          header: t('register.below-page.status'),
          tight: true,
          cell: ({ status }) => <StatusTag status={status} />,
        },
        {
          key: 'filedAt',
          header: t('register.below-page.filedAt'),
          cell: ({ id, version, filedAt }) => (
            <>
              <a href={routes.receipt(id, version)} className="link">
                {t('register.below-page.version', { version })}
              </a>
              <span className="ml-3 text-sm text-muted">{formatInstant(filedAt)}</span>
            </>
          ),
        },
      ]}
    />
  );
}
