import { type Column, DataTable } from '@/components/ui/data-table';
import type { OfficeOfDesk } from '@/lib/offices/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

/** The offices with their people; whoever keeps them opens one from here. */
export function OfficeTable({ offices, mayKeep }: { offices: readonly OfficeOfDesk[]; mayKeep: boolean }) {
  const t = useT();
  const nameOf = ({ displayName, allOffices }: OfficeOfDesk['people'][number]) =>
    allOffices ? t('offices.ofAll', { name: displayName }) : displayName;
  const columns: Column<OfficeOfDesk>[] = [
    { key: 'name', header: t('offices.name'), isRowHeader: true, cell: ({ name }) => name },
    { key: 'code', header: t('offices.code'), cell: ({ code }) => code },
    { key: 'plans', header: t('offices.plans'), cell: ({ plans }) => t('offices.planCount', { plans }) },
    {
      key: 'people',
      header: t('offices.people'),
      cell: ({ people }) => (people.length > 0 ? people.map(nameOf).join('、') : t('offices.nobody')),
    },
  ];
  if (mayKeep)
    columns.push({
      key: 'edit',
      header: t('offices.edit'),
      cell: ({ code, name }) => (
        <a href={routes.office(code)} className="link" aria-label={t('offices.editOf', { name })}>
          {t('offices.edit')}
        </a>
      ),
    });
  return (
    <DataTable
      caption={t('offices.list')}
      captionHidden
      columns={columns}
      rows={offices}
      rowKey={({ id }) => id}
      empty={t('offices.none')}
    />
  );
}
