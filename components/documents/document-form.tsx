'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { RadioGroupField, SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { askForDocumentAction } from '@/lib/documents/actions';
import type { PeriodCode, Rhythm } from '@/lib/domain/calendar/period';
import { periodDocuments } from '@/lib/domain/review/documents';
import { typedIn } from '@/lib/schemas/form-state';
import { formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

type DocumentFormProps = { plan: string; rhythm: Rhythm; periods: readonly (PeriodCode | number)[] };

/** 2020年第一季度, 2020年各季度 */
function periodWords(t: Translate, period: PeriodCode | number, rhythm: Rhythm): string {
  const words = rhythmWords(t, rhythm);
  return typeof period === 'number'
    ? t('documents.desk.ofYear', { ...words, year: String(period) })
    : formatPeriod(period);
}

/** Requests a document about one of a plan's periods, which is written in the background. */
export function DocumentForm({ plan, rhythm, periods }: DocumentFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(askForDocumentAction, nothingTyped);
  const typed = typedIn(state);
  const names = ['kind', 'period'] as const;
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-5">
      <FormProblem
        state={state}
        fields={names.map((name) => ({
          name,
          id: name,
          label: t(`documents.desk.fields.${name}`, rhythmWords(t, rhythm)),
        }))}
      />
      <input type="hidden" name="plan" value={plan} />
      <RadioGroupField
        legend={t('documents.desk.fields.kind')}
        name="kind"
        options={periodDocuments.map((kind) => ({ value: kind, label: t(`documents.desk.kinds.${kind}`) }))}
        error={fieldError(t, state, 'kind')}
        defaultValue={typed.kind ?? 'circular'}
        required
      />
      <div className="w-full sm:w-64">
        <SelectField
          label={t('documents.desk.fields.period', rhythmWords(t, rhythm))}
          name="period"
          id="period"
          className="h-12"
          options={periods.map((period) => ({ value: String(period), label: periodWords(t, period, rhythm) }))}
          error={fieldError(t, state, 'period')}
          defaultValue={typed.period}
          required
        />
      </div>
      <SubmitButton>{t('documents.desk.ask')}</SubmitButton>
    </form>
  );
}
