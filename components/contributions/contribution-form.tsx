'use client';

import { DoneLine, useRound } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { contributeAction } from '@/lib/contributions/actions';
import { type EntryForm, sectionLimit, sectionsOf } from '@/lib/domain/report/entry';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { fieldLabel } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';

function ContributionFields({ state, form }: { state: FormState; form: EntryForm }) {
  const t = useT();
  const typed = typedIn(state);
  return (
    <div className="grid gap-5">
      <SelectField
        label={t('contributions.form.section')}
        name="section"
        required
        emptyOption={t('contributions.form.choose')}
        options={sectionsOf(form).map((section) => ({ value: section, label: fieldLabel(t, form, section) }))}
        defaultValue={typed.section ?? ''}
        error={fieldError(t, state, 'section')}
        className="max-w-72"
      />
      <TextAreaField
        label={t('contributions.form.text')}
        hint={t('contributions.form.textHint')}
        name="text"
        required
        limit={sectionLimit}
        rows={6}
        defaultValue={typed.text}
        error={fieldError(t, state, 'text')}
        className="field-sizing-content max-h-[32rem] min-h-32"
      />
    </div>
  );
}

/** Offers the lead agency a text; the fields are cleared once it is stored. */
export function ContributionForm({ reportId, taskId, form }: { reportId: string; taskId: string; form: EntryForm }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(contributeAction, {
    place: `contribution/${reportId}/${taskId}`,
  });
  const round = useRound(state);
  return (
    <form action={action} onSubmit={onSubmit} noValidate>
      <KeptNotice kept={kept} />
      <FormProblem
        state={state}
        fields={[
          { name: 'section', id: 'section', label: t('contributions.form.section') },
          { name: 'text', id: 'text', label: t('contributions.form.text') },
        ]}
      />
      <DoneLine state={state}>{t('contributions.form.done')}</DoneLine>
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="taskId" value={taskId} />
      <ContributionFields key={round} state={state} form={form} />
      <div className="mt-5">
        <SubmitButton>{t('contributions.form.submit')}</SubmitButton>
      </div>
    </form>
  );
}
