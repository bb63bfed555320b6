import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { SectionHeading } from '@/components/ui/section-heading';
import type { AccountEvent } from '@/lib/accounts/audit/data';
import { formatExactInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

const columns = (t: Translate): Column<AccountEvent>[] => [
  { key: 'at', header: t('accounts.administration.events.at'), tight: true, cell: ({ at }) => formatExactInstant(at) },
  {
    key: 'name',
    header: t('accounts.administration.events.name'),
    isRowHeader: true,
    cell: ({ name, times }) => {
      const words = t(`accounts.administration.events.names.${name}`);
      return times > 1 ? t('accounts.administration.events.repeated', { words, times }) : words;
    },
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
