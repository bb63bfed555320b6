'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextAreaField, TextField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-frame';
import { SubmitButton } from '@/components/ui/submit-button';
import { chaseAction } from '@/lib/chasing/actions';
import type { UnfiledRow } from '@/lib/chasing/data';
import { isTicked, typedIn } from '@/lib/schemas/form-state';
import { chasingSubjectLimit, chasingTextLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-t';
import { UnfiledTable } from './unfiled-table';

type ChaseFormProps = {
  reports: readonly UnfiledRow[];
  ticked: readonly string[];
  /** Number of all reports that are not filed. */
  total: number;
  plan: string;
  periodCode: string;
  submissionId: string;
  subject: string;
  text: string;
};

/** Chases the ticked reports, or all that are not filed, with a text that can be edited. */
export function ChaseForm({ reports, ticked, total, plan, periodCode, submissionId, subject, text }: ChaseFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(chaseAction);
  const typed = typedIn(state);
  const labels = {
    reportId: t('chasing.form.agencies'),
    subject: t('chasing.form.subject'),
    text: t('chasing.form.text'),
  };
  const fields = (['reportId', 'subject', 'text'] as const).map((name) => ({ name, id: name, label: labels[name] }));
  const of = (name: keyof typeof labels) => ({ name, label: labels[name], error: fieldError(t, state, name) });
  const nobody = fieldError(t, state, 'reportId');
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormProblem state={state} fields={fields} />
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="quarter" value={periodCode} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <div className="grid max-w-text gap-5">
        <TextField
          {...of('subject')}
          maxLength={chasingSubjectLimit}
          defaultValue={typed.subject ?? subject}
          required
        />
        <TextAreaField
          {...of('text')}
          hint={t('chasing.form.textHint', { place: t('chasing.form.dueOnPlace') })}
          rows={4}
          limit={chasingTextLimit}
          defaultValue={typed.text ?? text}
          required
        />
      </div>
      <div id="reportId" tabIndex={-1} className="grid gap-2">
        {nobody && <FieldError id="reportId">{nobody}</FieldError>}
        <UnfiledTable
          reports={reports}
          isTicked={(id) => isTicked(state, { name: 'reportId', value: id }, ticked.includes(id))}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="selection" value="chosen">
          {t('chasing.form.chosen')}
        </SubmitButton>
        <SubmitButton name="selection" value="all" variant="secondary">
          {t('chasing.form.all', { count: total })}
        </SubmitButton>
      </div>
    </form>
  );
}
