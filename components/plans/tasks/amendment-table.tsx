import { type Column, DataTable } from '@/components/ui/data-table';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { IndicatorFacts, MilestoneFacts, TaskFacts } from '@/lib/domain/plan/task';
import type { StoredAmendment } from '@/lib/plans/tasks/amendments/data';
import type { AgencyNames } from '@/lib/plans/tasks/data';
import { routes } from '@/lib/routes';
import { formatDate, formatInstant, formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { indicatorWords, milestoneWords } from './detail-words';

type Key = keyof TaskFacts;

const shownKeys = [
  'number',
  'headings',
  'shortTitle',
  'text',
  'measures',
  'target',
  'dueText',
  'dueOn',
  'dueKind',
  'leads',
  'supports',
  'indicators',
  'milestones',
] as const satisfies readonly Key[];

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const rowsOf = <Row,>(value: unknown): Row[] => (Array.isArray(value) ? value : []);

/** A fact of a task in words. */
function factWords(t: Translate, key: (typeof shownKeys)[number], value: unknown, names: AgencyNames): string {
  if (key === 'leads' || key === 'supports')
    return textsOf(value)
      .map((id) => names.agencies.get(id) ?? id)
      .join('、');
  if (key === 'headings' || key === 'measures') return textsOf(value).join('；');
  if (key === 'indicators')
    return rowsOf<IndicatorFacts>(value)
      .map((row) => indicatorWords(t, row))
      .join('；');
  if (key === 'milestones')
    return rowsOf<MilestoneFacts>(value)
      .map((row) => milestoneWords(t, row))
      .join('；');
  if (key === 'dueOn') return value ? formatDate(value as CivilDate) : '';
  if (key === 'dueKind') return value ? t(`tasks.dueKinds.${value as TaskFacts['dueKind']}`) : '';
  return String(value ?? '');
}

/** The changes of an amendment: each fact as it was and as it is; of a new task what it says. */
function Changes({ amendment, names }: { amendment: StoredAmendment; names: AgencyNames }) {
  const t = useT();
  const { before, after } = amendment;
  const words = (key: (typeof shownKeys)[number], facts: Record<string, unknown>) =>
    factWords(t, key, facts[key], names) || t('tasks.amendments.blank');
  const isNew = Object.keys(before).length === 0;
  const keys = shownKeys.filter((key) => key in after && (!isNew || factWords(t, key, after[key], names) !== ''));
  return (
    <dl className="grid gap-2">
      {keys.map((key) => (
        <div key={key}>
          <dt className="text-sm text-muted">{t(`tasks.fields.${key}`)}</dt>
          {!isNew && <dd className="text-muted">{t('tasks.amendments.before', { text: words(key, before) })}</dd>}
          <dd>{isNew ? words(key, after) : t('tasks.amendments.after', { text: words(key, after) })}</dd>
        </div>
      ))}
    </dl>
  );
}

type AmendmentTableProps = { plan: string; amendments: readonly StoredAmendment[]; names: AgencyNames };

/** The amendments of a plan's tasks, each with what it changed, from when, why, and who made it. */
export function AmendmentTable({ plan, amendments, names }: AmendmentTableProps) {
  const t = useT();
  const columns: Column<StoredAmendment>[] = [
    {
      key: 'task',
      header: t('tasks.amendments.task'),
      isRowHeader: true,
      cell: ({ task }) => (
        <a href={routes.planTask(plan, task.code)} className="link">
          {task.number} {task.shortTitle}
        </a>
      ),
    },
    {
      key: 'kind',
      header: t('tasks.amendments.kind'),
      tight: true,
      cell: ({ kind }) => t(`tasks.kinds.${kind}`),
    },
    {
      key: 'from',
      header: t('tasks.amendments.from'),
      cell: ({ fromPeriod }) => t('tasks.amendments.fromPeriod', { period: formatPeriod(fromPeriod) }),
    },
    {
      key: 'change',
      header: t('tasks.amendments.change'),
      cell: (amendment) => <Changes amendment={amendment} names={names} />,
    },
    { key: 'reason', header: t('tasks.amendments.reason'), cell: ({ reason }) => reason },
    {
      key: 'made',
      header: t('tasks.amendments.made'),
      cell: ({ madeBy, madeAt }) => t('tasks.amendments.madeBy', { name: madeBy, at: formatInstant(madeAt) }),
    },
  ];
  if (amendments.length === 0) return <p className="text-muted">{t('tasks.amendments.none')}</p>;
  return (
    <DataTable
      caption={t('tasks.amendments.caption')}
      captionHidden
      columns={columns}
      rows={amendments}
      rowKey={({ id }) => id}
    />
  );
}
