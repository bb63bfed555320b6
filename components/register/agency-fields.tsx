'use client';

import { fieldError } from '@/components/forms/field-error';
import type { NamedField } from '@/components/forms/form-problem';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import type { NamedAgency } from '@/lib/register/loaders';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

const detailNames = ['shortName', 'aliases', 'creditCode', 'kind', 'parentId', 'position'] as const;
const newNames = ['name', 'code'] as const;

export type DetailName = (typeof detailNames)[number] | (typeof newNames)[number];

/** The fields of the form, for the list of its problems. */
export const namedFields = (t: Translate, isNew: boolean): NamedField[] =>
  [...(isNew ? newNames : []), ...detailNames].map((name) => ({
    name,
    id: `agency-${name}`,
    label: t(`register.fields.${name}`),
  }));

/** The properties of a field: what was typed, else what is stored. */
function fieldOf(t: Translate, state: FormState, name: DetailName, stored: Record<string, string>) {
  return {
    name,
    id: `agency-${name}`,
    label: t(`register.fields.${name}`),
    defaultValue: typedIn(state)[name] ?? stored[name] ?? '',
    error: fieldError(t, state, name),
  };
}

type DetailFieldsProps = {
  state: FormState;
  /** The stored entry in the words of the form. */
  stored?: Record<string, string>;
  parents: readonly NamedAgency[];
  isNew: boolean;
};

/** The fields of an agency's entry in the register. */
export function AgencyFields({ state, stored = {}, parents, isNew }: DetailFieldsProps) {
  const t = useT();
  const of = (name: DetailName) => fieldOf(t, state, name, stored);
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      {isNew && (
        <>
          <TextField {...of('name')} hint={t('register.fields.nameHint')} required />
          <TextField {...of('code')} hint={t('register.fields.codeHint')} />
        </>
      )}
      <TextField {...of('shortName')} />
      <TextField {...of('kind')} hint={t('register.fields.kindHint')} />
      <div className="sm:col-span-2">
        <TextAreaField {...of('aliases')} hint={t('register.fields.aliasesHint')} rows={3} />
      </div>
      <TextField {...of('creditCode')} hint={t('register.fields.creditCodeHint')} />
      <TextField
        {...of('position')}
        hint={isNew ? t('register.fields.positionHint') : undefined}
        inputMode="numeric"
        className="max-w-40"
      />
      <div className="sm:col-span-2">
        <SelectField
          {...of('parentId')}
          hint={t('register.fields.parentHint')}
          options={[
            { value: '', label: t('register.fields.noParent') },
            ...parents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
    </div>
  );
}
