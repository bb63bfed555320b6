'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { FieldError } from '@/components/ui/field-frame';
import { SubmitButton } from '@/components/ui/submit-button';
import { setLateFilingAction } from '@/lib/late-filing/actions';
import type { LateFiling } from '@/lib/late-filing/loaders';
import { isTicked } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';
import { LateFilingTable } from './late-filing-table';

type LateFilingFormProps = Pick<LateFiling, 'rows' | 'total' | 'open'> & { plan: string; periodCode: string };

/** Opens or closes late filing for the ticked agencies, or for all that have not filed. */
export function LateFilingForm({ rows, total, open, plan, periodCode }: LateFilingFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(setLateFilingAction, nothingTyped);
  const nobody = fieldError(t, state, 'reportId');
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormProblem state={state} fields={[{ name: 'reportId', id: 'reportId', label: t('lateFiling.list.agency') }]} />
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="quarter" value={periodCode} />
      <div className="flex flex-wrap gap-3">
        {open < total && (
          <SubmitButton name="act" value="open-all">
            {t('lateFiling.form.openAll', { count: total })}
          </SubmitButton>
        )}
        {open > 0 && (
          <SubmitButton name="act" value="close-all" variant="secondary">
            {t('lateFiling.form.closeAll')}
          </SubmitButton>
        )}
      </div>
      <div id="reportId" tabIndex={-1} className="grid gap-2">
        {nobody && <FieldError id="reportId">{nobody}</FieldError>}
        <LateFilingTable reports={rows} isTicked={(id) => isTicked(state, { name: 'reportId', value: id }, false)} />
      </div>
      <div className="flex flex-wrap gap-3">
        {open < total && (
          <SubmitButton name="act" value="open" variant="secondary">
            {t('lateFiling.form.open')}
          </SubmitButton>
        )}
        {open > 0 && (
          <SubmitButton name="act" value="close" variant="secondary">
            {t('lateFiling.form.close')}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
