'use client';

import { useEffect, useRef } from 'react';
import { DoneLine, useRound } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { RadioGroupField } from '@/components/ui/choice-field';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { EntryForm, Section } from '@/lib/domain/report/entry';
import { remarkAudiences } from '@/lib/domain/review/remarks';
import { remarkAction } from '@/lib/review/remarks/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

/** The subject of a remark: a section of a task, or the task as a whole (null). */
export type RemarkSubject = {
  reportId: string;
  taskId: string;
  taskCode: string;
  section: Section | null;
  form: EntryForm;
};

const labelOf = (t: Translate, { taskCode, section, form }: RemarkSubject) =>
  section
    ? t('remarks.form.ofSection', { number: taskNumber(taskCode), section: fieldLabel(t, form, section) })
    : t('remarks.form.ofTask', { number: taskNumber(taskCode) });

/** Writes a remark at its subject; collapsed until needed, and cleared and collapsed again once it is stored. */
export function RemarkForm({ subject }: { subject: RemarkSubject }) {
  const t = useT();
  const { reportId, taskId, taskCode, section } = subject;
  const { state, action, onSubmit, kept } = useFormAction(remarkAction, {
    place: `remark/${reportId}/${taskId}/${section ?? 'task'}`,
  });
  const round = useRound(state);
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (state.status === 'done' && details.current) details.current.open = false;
  }, [state]);
  const id = `remark-${taskCode}-${section ?? 'task'}`;
  const label = labelOf(t, subject);
  return (
    <>
      <details ref={details} open={'values' in state} className="no-print">
        <summary className="link w-fit text-sm">
          {t(section ? 'remarks.form.open' : 'remarks.form.openOfTask')}
          <span className="sr-only">{label}</span>
        </summary>
        <form action={action} onSubmit={onSubmit} noValidate className="mt-2 grid max-w-text gap-3">
          <KeptNotice kept={kept} />
          <FormProblem state={state} fields={[{ name: 'text', id, label }]} />
          <input type="hidden" name="reportId" value={reportId} />
          <input type="hidden" name="taskId" value={taskId} />
          {section && <input type="hidden" name="section" value={section} />}
          <TextAreaField
            key={round}
            name="text"
            id={id}
            label={label}
            rows={2}
            limit={reviewReasonLimit}
            required
            defaultValue={typedIn(state).text}
            error={fieldError(t, state, 'text')}
          />
          <RadioGroupField
            legend={t('remarks.form.audience')}
            name="audience"
            id={`${id}-audience`}
            hint={t('remarks.form.audienceHint')}
            options={remarkAudiences.map((audience) => ({ value: audience, label: t(`remarks.form.${audience}`) }))}
            defaultValue={typedIn(state).audience ?? 'division'}
            error={fieldError(t, state, 'audience')}
          />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('commands.remark')}
          </SubmitButton>
        </form>
      </details>
      <DoneLine state={state}>{t('remarks.form.done')}</DoneLine>
    </>
  );
}
