import { type Column, DataTable } from '@/components/ui/data-table';
import type { AgencyOfficers } from '@/lib/accounts/officers/data';
import { routes } from '@/lib/routes';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

function Names({ names }: { names: readonly string[] }) {
  const t = useT();
  if (names.length === 0) return <span className="text-muted">{t('accounts.officers.agencies.nobody')}</span>;
  return names.join(t('accounts.officers.separator'));
}

const columns = (t: Translate): Column<AgencyOfficers>[] => [
  {
    key: 'agency',
    header: t('accounts.officers.agencies.agency'),
    isRowHeader: true,
    cell: ({ code, name }) => (
      <a href={routes.agencyOfficers(code)} className="link">
        {name}
      </a>
    ),
  },
  {
    key: 'reporters',
    header: t('accounts.officers.agencies.reporters'),
    cell: ({ reporters }) => <Names names={reporters} />,
  },
  {
    key: 'approvers',
    header: t('accounts.officers.agencies.approvers'),
    cell: ({ approvers }) => <Names names={approvers} />,
  },
  {
    key: 'signOff',
    header: t('accounts.officers.agencies.signOff'),
    tight: true,
    cell: ({ signOffRequired }) =>
      t(signOffRequired ? 'accounts.officers.agencies.on' : 'accounts.officers.agencies.off'),
  },
];

/** The agencies with the names of their officers. */
export function AgencyOfficersTable({ agencies }: { agencies: readonly AgencyOfficers[] }) {
  const t = useT();
  if (agencies.length === 0) return <p className="text-muted">{t('accounts.officers.agencies.empty')}</p>;
  return (
    <DataTable
      caption={t('accounts.officers.agencies.caption')}
      captionHidden
      columns={columns(t)}
      rows={agencies}
      rowKey={({ code }) => code}
    />
  );
}
