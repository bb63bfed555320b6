import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

export type Comparison = NonNullable<PlanImportPreview['comparison']>;
export type Difference = Comparison['listed'][number];

type Field = Difference['fields'][number]['field'];

const kinds = {
  number: 'number',
  headings: 'heading',
  shortTitle: 'short',
  text: 'text',
  measures: 'content',
  target: 'target',
  dueText: 'due',
  dueOn: 'due-on',
  dueKind: 'due',
  leads: 'leads',
  supports: 'supports',
} as const;

const fieldWords = (t: Translate, field: Field) =>
  field in kinds ? t(`imports.kinds.${kinds[field as keyof typeof kinds]}`) : t('imports.differences.groups');

/** 1 建设算力中心, and below it each fact that differs. */
export function DifferenceWords({ difference: { number, title, fields } }: { difference: Difference }) {
  const t = useT();
  const nothing = t('imports.differences.nothing');
  return (
    <>
      <span className="font-medium">
        {number} {title}
      </span>
      {fields.map(({ field, before, after }) => (
        <span key={field} className="block text-sm">
          {fieldWords(t, field)}：{t('imports.differences.was', { before: before || nothing, after: after || nothing })}
        </span>
      ))}
    </>
  );
}

/** The numbers of tasks that a file adds, changes and takes away. */
export function DifferenceCounts({ comparison: { counts } }: { comparison: Comparison }) {
  const t = useT();
  const isSame = counts.added + counts.changed + counts.gone === 0;
  return <p role="status">{isSame ? t('imports.differences.none') : t('imports.differences.counts', counts)}</p>;
}

/** The changes that a file makes in a draft. */
export function DifferenceList({ comparison }: { comparison: Comparison }) {
  const t = useT();
  return (
    <div className="grid gap-3">
      <h3 className="font-semibold">{t('imports.differences.title')}</h3>
      <DifferenceCounts comparison={comparison} />
      <ul className="grid gap-2">
        {comparison.listed.map((difference) => (
          <li key={difference.key}>
            {t(`imports.differences.${difference.kind}`)}：<DifferenceWords difference={difference} />
          </li>
        ))}
      </ul>
    </div>
  );
}
