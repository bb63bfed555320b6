import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { SectionHeading } from '@/components/ui/section-heading';
import type { AccountRow } from '@/lib/accounts/data';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

const columns = (t: Translate): Column<AccountRow>[] => [
  {
    key: 'userName',
    header: t('accounts.administration.accounts.userName'),
    isRowHeader: true,
    cell: ({ userName, isClosed }) => (
      <>
        <span className="font-medium">{userName}</span>
        {isClosed && <span className="text-danger"> {t('accounts.administration.accounts.closed')}</span>}
      </>
    ),
  },
  {
    key: 'displayName',
    header: t('accounts.administration.accounts.displayName'),
    cell: ({ displayName }) => displayName,
  },
  {
    key: 'roles',
    header: t('accounts.administration.accounts.roles'),
    cell: ({ roles }) => roles.map((role) => t(`roles.${role}`)).join('、'),
  },
  {
    key: 'agency',
    header: t('accounts.administration.accounts.agency'),
    cell: ({ agencyName }) => agencyName ?? t('accounts.administration.accounts.none'),
  },
  {
    key: 'lastSignInAt',
    header: t('accounts.administration.accounts.lastSignIn'),
    tight: true,
    cell: ({ lastSignInAt }) =>
      lastSignInAt ? formatInstant(lastSignInAt) : t('accounts.administration.accounts.never'),
  },
];

/** All accounts. */
export function AccountTable({ accounts }: { accounts: readonly AccountRow[] }) {
  const t = useT();
  return (
    <Card>
      <SectionHeading aside={t('accounts.administration.accounts.lead')}>
        {t('accounts.administration.accounts.title')}
      </SectionHeading>
      <DataTable
        caption={t('accounts.administration.accounts.caption')}
        captionHidden
        columns={columns(t)}
        rows={accounts}
        rowKey={({ userName }) => userName}
      />
    </Card>
  );
}
