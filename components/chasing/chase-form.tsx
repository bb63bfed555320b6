'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { CheckboxField } from '@/components/ui/choice-field';
import { TextAreaField, TextField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-frame';
import { SubmitButton } from '@/components/ui/submit-button';
import { chaseAction } from '@/lib/chasing/actions';
import type { ChasableRow } from '@/lib/chasing/loaders';
import { isTicked, typedIn } from '@/lib/schemas/form-state';
import { chasingSubjectLimit, chasingTextLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-t';
import { ChaseAllQuestion } from './chase-all-question';
import { UnfiledTable } from './unfiled-table';

type ChaseFormProps = {
  reports: readonly ChasableRow[];
  ticked: readonly string[];
  /** Number of all reports that are not filed. */
  total: number;
  plan: string;
  periodCode: string;
  submissionId: string;
  subject: string;
  text: string;
  /** The instant of which the page shows who was chased. */
  seenAt: Date;
};

/** Chases the ticked reports, or all that are not filed, with a text that can be edited. */
export function ChaseForm(props: ChaseFormProps) {
  const { reports, ticked, total, plan, periodCode, submissionId, subject, text, seenAt } = props;
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(chaseAction, { place: `chasing/${plan}/${periodCode}` });
  const typed = typedIn(state);
  const labels = {
    reportId: t('chasing.form.agencies'),
    subject: t('chasing.form.subject'),
    text: t('chasing.form.text'),
  };
  const fields = (['reportId', 'subject', 'text'] as const).map((name) => ({ name, id: name, label: labels[name] }));
  const of = (name: keyof typeof labels) => ({ name, label: labels[name], error: fieldError(t, state, name) });
  const question = state.status === 'refused' && state.refusal.code === 'chasing-all' ? state.refusal : null;
  const isAnyChasedToday = total > reports.length || reports.some(({ isChasedToday }) => isChasedToday);
  const nobody = fieldError(t, state, 'reportId');
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <KeptNotice kept={kept} />
      {!question && <FormProblem state={state} fields={fields} />}
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
          hint={t('chasing.form.textHint', {
            place: t('chasing.form.dueOnPlace'),
            state: t('chasing.form.statePlace'),
          })}
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
      {isAnyChasedToday && (
        <CheckboxField
          name="again"
          value={seenAt.toISOString()}
          label={t('chasing.form.again')}
          defaultValue={typed.again}
        />
      )}
      {question && <ChaseAllQuestion question={question} />}
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
