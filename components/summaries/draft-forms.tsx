'use client';

import type { ReactNode } from 'react';
import type { NamedField } from '@/components/forms/form-problem';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { SummaryFrame } from '@/lib/schemas/summary';
import { saveSummaryFrameAction, saveSummarySettingsAction } from '@/lib/summaries/actions';
import { useT } from '@/lib/text/use-t';
import { FrameFields, frameFields } from './frame-fields';
import { type Settings, SettingsFields, settingsFields } from './settings-fields';
import { SummaryProblem } from './summary-problem';
import { hasProblem, useEditing } from './use-editing';

type Versioned = { id: string; version: number };

type EditFormProps = {
  id: string;
  /** Label of the element that opens the form. */
  label: string;
  form: ReturnType<typeof useFormAction>;
  editing: ReturnType<typeof useEditing>;
  fields: readonly NamedField[];
  children: ReactNode;
};

/** A collapsed form, with its problem at the top and its button at the end. */
function EditForm({ id, label, form, editing, fields, children }: EditFormProps) {
  const t = useT();
  const { state, action, onSubmit } = form;
  const { details, version, onInput, onToggle } = editing;
  return (
    <details ref={details} open={hasProblem(state)} onToggle={onToggle} className="no-print mt-4">
      <summary className={buttonClass('secondary')}>{label}</summary>
      <form action={action} onSubmit={onSubmit} onInput={onInput} noValidate className="mt-4 grid max-w-text gap-6">
        <SummaryProblem state={state} part="frame" fields={fields} />
        <input type="hidden" name="summaryId" value={id} />
        <input type="hidden" name="version" value={version} />
        {children}
        <SubmitButton className="justify-self-start">{t('summaries.save')}</SubmitButton>
      </form>
    </details>
  );
}

/** Changes title, introduction, closing and date. */
export function FrameForm({ draft }: { draft: Versioned & SummaryFrame }) {
  const t = useT();
  const form = useFormAction(saveSummaryFrameAction);
  const editing = useEditing(draft, form.state);
  const { base } = editing;
  return (
    <EditForm id={draft.id} form={form} editing={editing} label={t('summaries.frame.edit')} fields={frameFields(t)}>
      <FrameFields key={base.version} texts={base} state={form.state} />
    </EditForm>
  );
}

/** Changes the selection and the arrangement. */
export function SettingsForm({ draft }: { draft: Versioned & Settings }) {
  const t = useT();
  const form = useFormAction(saveSummarySettingsAction);
  const editing = useEditing(draft, form.state);
  const { base } = editing;
  return (
    <EditForm
      id={draft.id}
      form={form}
      editing={editing}
      label={t('summaries.settings.edit')}
      fields={settingsFields(t)}
    >
      <SettingsFields key={base.version} settings={base} state={form.state} />
      <p className="text-sm text-muted">{t('summaries.settings.hint')}</p>
    </EditForm>
  );
}
