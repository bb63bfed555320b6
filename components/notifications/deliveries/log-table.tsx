import { type Column, DataTable } from '@/components/ui/data-table';
import type { LoggedMessage } from '@/lib/notifications/deliveries/data';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { deliveryWords } from './delivery-words';

const columns = (t: Translate): Column<LoggedMessage>[] => [
  { key: 'at', header: t('chasing.log.at'), tight: true, cell: ({ createdAt }) => formatInstant(createdAt) },
  {
    key: 'to',
    header: t('chasing.log.to'),
    isRowHeader: true,
    cell: ({ name, agencyName }) => (
      <>
        {agencyName} <span className="text-muted">{name}</span>
      </>
    ),
  },
  {
    key: 'what',
    header: t('chasing.log.what'),
    cell: ({ kind, subject }) => (
      <>
        <span className="text-sm text-muted">{t(`chasing.log.kind.${kind}`)}</span> {subject}
      </>
    ),
  },
  {
    key: 'ways',
    header: t('chasing.log.ways'),
    cell: ({ readAt, deliveries }) => (
      <ul>
        <li>{t('chasing.log.desk', { read: readAt ? 'yes' : 'no' })}</li>
        {deliveries.map((delivery) => (
          <li key={delivery.id} className="break-words">
            {deliveryWords(t, delivery)}
          </li>
        ))}
      </ul>
    ),
  },
];

/** The messages sent, with recipient, time and channel. */
export function LogTable({ messages }: { messages: readonly LoggedMessage[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('chasing.log.caption')}
      captionHidden
      columns={columns(t)}
      rows={messages}
      rowKey={({ id }) => id}
      empty={t('chasing.log.empty')}
    />
  );
}
