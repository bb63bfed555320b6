'use client';

import { DoneLine } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { isTakeable } from '@/lib/domain/calendar/arrangement';
import { confirmYearAction } from '@/lib/plans/deadlines/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { arrangementTextLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-division-t';
import { ArrangementPreview } from './arrangement-preview';

type ConfirmFormProps = { year: number; version: number; confirmed: boolean };

/** Takes the State Council's text of a year: read and shown first, confirmed by a second press. */
export function ConfirmForm({ year, version, confirmed }: ConfirmFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(confirmYearAction, { place: `calendar/year/${year}` });
  const preview = state.status === 'refused' && state.refusal.code === 'arrangement-read' ? state.refusal : null;
  const text = { name: 'text', id: 'arrangement-text', label: t('workCalendar.confirm.text') };
  return (
    <details open={!confirmed || state.status !== 'idle' || undefined}>
      <summary className="cursor-pointer text-lg font-bold">
        {t(confirmed ? 'workCalendar.confirm.again' : 'workCalendar.confirm.title', { year })}
      </summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-4 grid gap-4">
        <KeptNotice kept={kept} />
        {!preview && <FormProblem state={state} fields={[text]} />}
        <DoneLine state={state}>{t('workCalendar.confirm.done', { year })}</DoneLine>
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="version" value={version} />
        <TextAreaField
          {...text}
          hint={t('workCalendar.confirm.hint', { year })}
          error={fieldError(t, state, 'text')}
          rows={8}
          limit={arrangementTextLimit}
          defaultValue={typedIn(state).text}
          required
        />
        <SubmitButton variant={preview ? 'secondary' : 'primary'} className="justify-self-start">
          {t(preview ? 'workCalendar.confirm.readAgain' : 'workCalendar.confirm.read')}
        </SubmitButton>
        {preview && <ArrangementPreview preview={preview} />}
        {preview && isTakeable(preview.arrangement) && (
          <SubmitButton name="seen" value={preview.name} className="justify-self-start">
            {t('workCalendar.confirm.submit', { year })}
          </SubmitButton>
        )}
      </form>
    </details>
  );
}
