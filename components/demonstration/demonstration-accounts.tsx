import { DataTable } from '@/components/ui/data-table';
import { loadDemonstrationAccounts } from '@/lib/demonstration/loaders';
import { t } from '@/lib/messages/translator';

/** The accounts with which visitors try the desks; nothing outside a demonstration. */
export async function DemonstrationAccounts() {
  const accounts = await loadDemonstrationAccounts();
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
