'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { amendFromImportAction } from '@/lib/plans/import/actions';
import { isTicked, typedIn } from '@/lib/schemas/form-state';
import { amendmentReasonLimit } from '@/lib/schemas/text-bounds';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { type Comparison, DifferenceCounts, DifferenceWords } from './difference-list';

type AmendFormProps = { id: string; version: number; comparison: Comparison };

/** The differences between a file and an issued plan, of which each confirmed one becomes an amendment. */
export function AmendForm({ id, version, comparison }: AmendFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(amendFromImportAction, { place: `plan-import-amend/${id}` });
  const { listed, periods } = comparison;
  if (listed.length === 0) return <DifferenceCounts comparison={comparison} />;
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={[{ name: 'reason', id: 'reason', label: t('imports.differences.reason') }]} />
      <input type="hidden" name="importId" value={id} />
      <input type="hidden" name="version" value={version} />
      <p className="max-w-text text-sm text-muted">{t('imports.differences.amendHint')}</p>
      <DifferenceCounts comparison={comparison} />
      <fieldset className="grid gap-2">
        <legend className="font-medium">{t('imports.differences.which')}</legend>
        {listed.map((difference) => (
          <label key={difference.key} className="flex items-start gap-2">
            <input
              type="checkbox"
              name="chosen"
              value={difference.key}
              defaultChecked={isTicked(state, { name: 'chosen', value: difference.key }, true)}
              className="mt-1.5"
            />
            <span>
              {t(`imports.differences.${difference.kind === 'gone' ? 'ended' : difference.kind}`)}：
              <DifferenceWords difference={difference} />
            </span>
          </label>
        ))}
      </fieldset>
      <div className="max-w-64">
        <SelectField
          label={t('imports.differences.fromPeriod')}
          name="fromPeriod"
          options={periods.map((period) => ({ value: period, label: formatPeriod(period) }))}
          defaultValue={typedIn(state).fromPeriod}
        />
      </div>
      <TextAreaField
        label={t('imports.differences.reason')}
        name="reason"
        rows={3}
        limit={amendmentReasonLimit}
        error={fieldError(t, state, 'reason')}
        defaultValue={typedIn(state).reason}
        required
      />
      <SubmitButton className="justify-self-start">{t('imports.differences.amend')}</SubmitButton>
    </form>
  );
}
