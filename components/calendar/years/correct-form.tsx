'use client';

import { DoneLine, useRound } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { DateField, RadioGroupField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { correctDayAction } from '@/lib/calendar/years/actions';
import { correctedKinds } from '@/lib/domain/calendar/calendar-keeping';
import { typedIn } from '@/lib/schemas/form-state';
import { calendarReasonLimit, dayNameLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-division-t';

const names = ['date', 'kind', 'name', 'reason'] as const;

/** Corrects a single day of a year, with a reason. */
export function CorrectForm({ year, version }: { year: number; version: number }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(correctDayAction, { place: `calendar/day/${year}` });
  const round = useRound(state);
  const typed = typedIn(state);
  const of = (name: (typeof names)[number]) => ({
    name,
    id: `correct-${name}`,
    label: t(`workCalendar.correct.${name}`),
    error: fieldError(t, state, name),
    defaultValue: typed[name],
  });
  const { label: legend, ...kind } = of('kind');
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={names.map(of)} />
      <DoneLine state={state}>{t('workCalendar.correct.done')}</DoneLine>
      <input type="hidden" name="version" value={version} />
      <div key={round} className="grid max-w-text gap-4">
        <DateField {...of('date')} min={`${year}-01-01`} max={`${year}-12-31`} required />
        <RadioGroupField
          {...kind}
          legend={legend}
          options={correctedKinds.map((value) => ({ value, label: t(`workCalendar.correct.kinds.${value}`) }))}
          required
        />
        <TextField {...of('name')} hint={t('workCalendar.correct.nameHint')} maxLength={dayNameLimit} />
        <TextField
          {...of('reason')}
          hint={t('workCalendar.correct.reasonHint')}
          maxLength={calendarReasonLimit}
          required
        />
      </div>
      <SubmitButton variant="secondary" className="justify-self-start">
        {t('workCalendar.correct.submit')}
      </SubmitButton>
    </form>
  );
}
