'use client';

import { fieldError } from '@/components/forms/field-error';
import type { NamedField } from '@/components/forms/form-problem';
import { CheckboxField, RadioGroupField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-frame';
import { sectionsOf } from '@/lib/domain/report/entry';
import { summaryArrangements } from '@/lib/domain/review/summary';
import { type FormState, isTicked, typedIn } from '@/lib/schemas/form-state';
import type { SummaryHead } from '@/lib/summaries/data';
import { fieldLabel } from '@/lib/text/entry-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

export type Settings = Pick<SummaryHead, 'form' | 'arrangement' | 'sections' | 'includesFiled' | 'withTable'>;

export const settingsFields = (t: Translate): NamedField[] =>
  (['arrangement', 'chosen'] as const).map((name) => ({ name, id: name, label: t(`summaries.fields.${name}`) }));

/** The fields of the selection and the arrangement; for a form that was not accepted, with its ticks. */
export function SettingsFields({ settings, state }: { settings: Settings; state: FormState }) {
  const t = useT();
  const typed = typedIn(state);
  const ticked = (name: string, stored: boolean) => isTicked(state, { name }, stored);
  const error = fieldError(t, state, 'chosen');
  return (
    <>
      <RadioGroupField
        name="arrangement"
        legend={t('summaries.fields.arrangement')}
        options={summaryArrangements.map((value) => ({ value, label: t(`summaries.arrangements.${value}`) }))}
        defaultValue={typed.arrangement ?? settings.arrangement}
        error={fieldError(t, state, 'arrangement')}
        required
      />
      <fieldset id="chosen" tabIndex={-1} aria-describedby={error ? 'chosen-error' : undefined} className="grid gap-1">
        <legend className="mb-1.5 font-medium">{t('summaries.fields.chosen')}</legend>
        {error && <FieldError id="chosen">{error}</FieldError>}
        <div className="flex flex-wrap gap-x-6">
          {sectionsOf(settings.form).map((section) => (
            <CheckboxField
              key={section}
              name={`chosen.${section}`}
              label={fieldLabel(t, settings.form, section)}
              defaultChecked={ticked(`chosen.${section}`, settings.sections.includes(section))}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid">
        <CheckboxField
          name="withTable"
          label={t('summaries.fields.withTable')}
          defaultChecked={ticked('withTable', settings.withTable)}
        />
        <CheckboxField
          name="includesFiled"
          label={t('summaries.fields.includesFiled')}
          hint={t('summaries.fields.includesFiledHint')}
          defaultChecked={ticked('includesFiled', settings.includesFiled)}
        />
      </div>
    </>
  );
}
