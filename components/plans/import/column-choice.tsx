'use client';

import { SelectField } from '@/components/ui/field';
import { type ColumnKind, columnKinds } from '@/lib/domain/plan/plan-import';
import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import { useT } from '@/lib/text/use-division-t';
import { useEdit } from './use-edit';

type ColumnChoiceProps = { importId: string; table: number; of: PlanImportPreview['tables'][number] };

/** The meaning of each column of a table; a change is read at once. */
export function ColumnChoice({ importId, table, of: { names, kinds } }: ColumnChoiceProps) {
  const t = useT();
  const { edit, isPending, problem } = useEdit(importId);
  const assign = (column: number, kind: string) => {
    const next = kinds.map((each, index) => (index === column ? ((kind || null) as ColumnKind | null) : each));
    edit({ kind: 'columns', table, kinds: next }, kinds.join());
  };
  const options = columnKinds.map((kind) => ({ value: kind, label: t(`imports.kinds.${kind}`) }));
  return (
    <fieldset disabled={isPending} className="grid gap-3">
      <legend className="font-medium">{t('imports.preview.columnsOf', { table: table + 1 })}</legend>
      <div className="grid gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {kinds.map((kind, column) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place alone
            key={column}
            label={t('imports.preview.columnName', { number: column + 1, name: names[column] || 'none' })}
            name={`column-${table}-${column}`}
            options={options}
            emptyOption={t('imports.kinds.none')}
            defaultValue={kind ?? ''}
            onChange={(event) => assign(column, event.currentTarget.value)}
          />
        ))}
      </div>
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
