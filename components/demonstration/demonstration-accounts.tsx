import { DataTable } from '@/components/ui/data-table';
import type { DemonstrationAccount } from '@/lib/demonstration/demonstration-accounts';
import { useT } from '@/lib/text/use-t';

/** The accounts with which visitors can try the desks; absent where there are none. */
export function DemonstrationAccounts({ accounts }: { accounts: DemonstrationAccount[] }) {
  const t = useT();
  if (accounts.length === 0) return null;
  return (
    <DataTable
      caption={`${t('demonstration.accounts')}：${t('demonstration.accountsLead', { password: accounts[0]?.password ?? '' })}`}
      columns={[
        { key: 'userName', header: t('demonstration.accountColumn'), cell: (row) => row.userName, isRowHeader: true },
        {
          key: 'role',
          header: t('demonstration.roleColumn'),
          cell: (row) => row.roles.map((role) => t(`roles.${role}`)),
        },
        { key: 'agency', header: t('demonstration.agencyColumn'), cell: (row) => row.agencyCode ?? '—' },
      ]}
      rows={accounts}
      rowKey={(row) => row.userName}
    />
  );
}
