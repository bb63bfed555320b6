'use client';

import type { ComponentProps, ReactNode } from 'react';
import type { NamedField } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { SummaryFrame } from '@/lib/schemas/summary';
import { autosaveSummaryFrameAction, saveSummaryFrameAction, saveSummarySettingsAction } from '@/lib/summaries/actions';
import { useT } from '@/lib/text/use-division-t';
import { DraftSaving } from './draft-saving';
import { FrameFields, frameFields } from './frame-fields';
import { type Settings, SettingsFields, settingsFields } from './settings-fields';
import { SummaryProblem } from './summary-problem';
import { useDraftAutosave } from './use-draft-autosave';
import { hasProblem, useEditing } from './use-editing';

type Versioned = { id: string; version: number };

type EditFormProps = Pick<ComponentProps<'form'>, 'onInput' | 'onBlur' | 'onSubmit'> & {
  id: string;
  version: number;
  /** Label of the element that opens the form. */
  label: string;
  form: ReturnType<typeof useFormAction>;
  editing: Pick<ReturnType<typeof useEditing>, 'details' | 'onToggle'>;
  fields: readonly NamedField[];
  /** Shown beside the button. */
  status?: ReactNode;
  children: ReactNode;
};

/** A collapsed form, with its problem at the top and its button at the end. */
function EditForm({ id, version, label, form, editing, fields, status, children, ...handlers }: EditFormProps) {
  const t = useT();
  const { state, action, kept } = form;
  const { details, onToggle } = editing;
  return (
    <details ref={details} open={hasProblem(state)} onToggle={onToggle} className="no-print mt-4">
      <summary className={buttonClass('secondary')}>{label}</summary>
      <form action={action} {...handlers} noValidate className="mt-4 grid max-w-text gap-6">
        <KeptNotice kept={kept} />
        <SummaryProblem state={state} part="frame" fields={fields} />
        <input type="hidden" name="summaryId" value={id} />
        <input type="hidden" name="version" value={version} />
        {children}
        {/* Always visible, because it says whether what is being written is saved. */}
        <div className="sticky bottom-0 flex flex-wrap items-center gap-x-4 bg-surface py-2">
          <SubmitButton>{t('summaries.save')}</SubmitButton>
          {status}
        </div>
      </form>
    </details>
  );
}

/** Changes title, introduction, closing and date, which save themselves while they are written. */
export function FrameForm({ draft }: { draft: Versioned & SummaryFrame }) {
  const t = useT();
  const form = useFormAction(saveSummaryFrameAction, { place: `summary/${draft.id}` });
  const editing = useEditing(draft, form.state);
  const { saving, version, handlers } = useDraftAutosave({
    autosave: autosaveSummaryFrameAction,
    form,
    editing,
    stored: draft,
  });
  const { base } = editing;
  return (
    <EditForm
      id={draft.id}
      version={version}
      form={form}
      editing={editing}
      label={t('summaries.frame.edit')}
      fields={frameFields(t)}
      status={<DraftSaving saving={saving} isKept={form.kept?.keeping.canKeep() ?? false} part="frame" />}
      {...handlers}
    >
      <FrameFields key={base.version} texts={base} state={form.state} />
    </EditForm>
  );
}

/** Changes the selection and the arrangement. */
export function SettingsForm({ draft }: { draft: Versioned & Settings }) {
  const t = useT();
  const form = useFormAction(saveSummarySettingsAction, nothingTyped);
  const editing = useEditing(draft, form.state);
  const { base, version, onInput } = editing;
  return (
    <EditForm
      id={draft.id}
      version={version}
      form={form}
      editing={editing}
      label={t('summaries.settings.edit')}
      fields={settingsFields(t)}
      onInput={onInput}
      onSubmit={form.onSubmit}
    >
      <SettingsFields key={base.version} settings={base} state={form.state} />
      <p className="text-sm text-muted">{t('summaries.settings.hint')}</p>
    </EditForm>
  );
}
