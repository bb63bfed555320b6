import { type Column, DataTable } from '@/components/ui/data-table';
import type { RegisteredAgency } from '@/lib/register/loaders';
import { routes } from '@/lib/routes';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

/** Deeper levels are not moved in any further, so that names keep their width. */
const indents = ['', 'pl-6', 'pl-12', 'pl-16'] as const;

const indentOf = (depth: number) => indents[Math.min(depth, indents.length - 1)];

const columns = (t: Translate): Column<RegisteredAgency>[] => [
  { key: 'code', header: t('register.columns.code'), tight: true, cell: ({ code }) => code },
  {
    key: 'name',
    header: t('register.columns.name'),
    isRowHeader: true,
    cell: ({ code, name, depth, isAbolished }) => (
      <span className={indentOf(depth)}>
        <a href={routes.registeredAgency(code)} className="link">
          {name}
        </a>
        {isAbolished && <span className="ml-2 text-sm font-normal text-muted">{t('register.abolished')}</span>}
      </span>
    ),
  },
  { key: 'kind', header: t('register.columns.kind'), tight: true, cell: ({ kind }) => kind || t('register.none') },
  {
    key: 'groups',
    header: t('register.columns.groups'),
    cell: ({ groups }) => groups.join(t('register.separator')) || t('register.none'),
  },
  {
    key: 'running',
    header: t('register.columns.running'),
    tight: true,
    cell: ({ owed, filed }) => (owed > 0 ? t('register.running', { owed, filed }) : t('register.none')),
  },
  {
    key: 'below',
    header: t('register.columns.below'),
    cell: ({ below }) => (below.agencies > 0 ? t('register.below', below) : t('register.none')),
  },
];

/** A column without a single value would only lengthen every card on a phone. */
function isUsed(key: string, agencies: readonly RegisteredAgency[]): boolean {
  if (key === 'kind') return agencies.some(({ kind }) => kind !== '');
  if (key === 'groups') return agencies.some(({ groups }) => groups.length > 0);
  if (key === 'below') return agencies.some(({ below }) => below.agencies > 0);
  return true;
}

/** The agencies of the register, those of a level below their parent. */
export function RegisterTable({ agencies }: { agencies: readonly RegisteredAgency[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('register.caption')}
      captionHidden
      columns={columns(t).filter(({ key }) => isUsed(key, agencies))}
      rows={agencies}
      rowKey={({ code }) => code}
      empty={t('register.empty')}
    />
  );
}
