import { type Column, DataTable } from '@/components/ui/data-table';
import type { OfficerRow } from '@/lib/accounts/officers/data';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

const columns = (t: Translate): Column<OfficerRow>[] => [
  {
    key: 'displayName',
    header: t('accounts.officers.table.name'),
    isRowHeader: true,
    cell: ({ displayName }) => displayName,
  },
  { key: 'userName', header: t('accounts.officers.table.userName'), cell: ({ userName }) => userName },
  {
    key: 'roles',
    header: t('accounts.officers.table.roles'),
    cell: ({ roles }) => roles.map((role) => t(`roles.${role}`)).join(t('accounts.officers.separator')),
  },
  {
    key: 'lastSignInAt',
    header: t('accounts.officers.table.lastSignIn'),
    tight: true,
    cell: ({ lastSignInAt }) => (lastSignInAt ? formatInstant(lastSignInAt) : t('accounts.officers.table.never')),
  },
  { key: 'since', header: t('accounts.officers.table.since'), tight: true, cell: ({ since }) => formatInstant(since) },
];

/** The agency's present officers. */
export function OfficerTable({ officers }: { officers: readonly OfficerRow[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('accounts.officers.table.caption')}
      captionHidden
      columns={columns(t)}
      rows={officers}
      rowKey={({ accountId }) => accountId}
    />
  );
}
