import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { SectionHeading } from '@/components/ui/section-heading';
import { formatExactInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

type AccountEvent = {
  id: string;
  at: Date;
  name:
    | 'signed-in'
    | 'signed-out'
    | 'sign-in-failed'
    | 'sign-in-locked'
    | 'password-changed'
    | 'account-created'
    | 'account-closed'
    | 'role-handed-over'
    | 'role-given'
    | 'role-taken'
    | 'sign-off-set'
    | 'calendar-subscribed'
    | 'calendar-renewed'
    | 'calendar-unsubscribed'
    | 'channels-set';
  userName: string;
  address: string;
};

const columns = (t: Translate): Column<AccountEvent>[] => [
  { key: 'at', header: t('accounts.administration.events.at'), tight: true, cell: ({ at }) => formatExactInstant(at) },
  {
    key: 'name',
    header: t('accounts.administration.events.name'),
    isRowHeader: true,
    cell: ({ name }) => t(`accounts.administration.events.names.${name}`),
  },
  {
    key: 'userName',
    header: t('accounts.administration.events.account'),
    cell: ({ userName }) => userName || t('accounts.administration.events.unknown'),
  },
  {
    key: 'address',
    header: t('accounts.administration.events.address'),
    cell: ({ address }) => address || t('accounts.administration.events.unknown'),
  },
];

/** The last sign-ins and changes of accounts. */
export function AccountEvents({ events }: { events: readonly AccountEvent[] }) {
  const t = useT();
  return (
    <Card>
      <SectionHeading aside={t('accounts.administration.events.caption', { count: events.length })}>
        {t('accounts.administration.events.title')}
      </SectionHeading>
      <DataTable
        caption={t('accounts.administration.events.caption', { count: events.length })}
        captionHidden
        columns={columns(t)}
        rows={events}
        rowKey={({ id }) => id}
        empty={t('accounts.administration.events.empty')}
      />
    </Card>
  );
}
