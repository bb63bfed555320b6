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
  { key: 'at', header: t('admin.events.at'), tight: true, cell: ({ at }) => formatExactInstant(at) },
  {
    key: 'name',
    header: t('admin.events.name'),
    isRowHeader: true,
    cell: ({ name }) => t(`admin.events.names.${name}`),
  },
  {
    key: 'userName',
    header: t('admin.events.account'),
    cell: ({ userName }) => userName || t('admin.events.unknown'),
  },
  {
    key: 'address',
    header: t('admin.events.address'),
    cell: ({ address }) => address || t('admin.events.unknown'),
  },
];

/** The last sign-ins and changes of accounts. */
export function AccountEvents({ events }: { events: readonly AccountEvent[] }) {
  const t = useT();
  return (
    <Card>
      <SectionHeading aside={t('admin.events.caption', { count: events.length })}>
        {t('admin.events.title')}
      </SectionHeading>
      <DataTable
        caption={t('admin.events.caption', { count: events.length })}
        captionHidden
        columns={columns(t)}
        rows={events}
        rowKey={({ id }) => id}
        empty={t('admin.events.empty')}
      />
    </Card>
  );
}
