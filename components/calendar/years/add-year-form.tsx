'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { addYearAction } from '@/lib/calendar/years/actions';
import { useT } from '@/lib/text/use-division-t';

/** Adds the next year to the calendar, with the days that the regulation fixes. */
export function AddYearForm({ year }: { year: number }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(addYearAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-2">
      <FormProblem state={state} />
      <input type="hidden" name="year" value={year} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t('workCalendar.add.submit', { year })}
      </SubmitButton>
      <p className="text-sm text-muted">{t('workCalendar.add.hint')}</p>
    </form>
  );
}
