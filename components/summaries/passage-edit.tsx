'use client';

import { DoneLine } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { KeptNotice } from '@/components/forms/kept-notice';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Section } from '@/lib/domain/report/entry';
import { typedIn } from '@/lib/schemas/form-state';
import { summaryTextLimit } from '@/lib/schemas/text-bounds';
import { autosavePassageAction, editPassageAction, restorePassageAction } from '@/lib/summaries/actions';
import { useT } from '@/lib/text/use-division-t';
import { DraftSaving } from './draft-saving';
import { SummaryProblem } from './summary-problem';
import { useDraftAutosave } from './use-draft-autosave';
import { hasProblem, useEditing } from './use-editing';

export type StoredPassage = {
  entryId: string;
  section: Section;
  version: number;
  text: string;
  isEdited: boolean;
  /** Names the passage where a page has several. */
  subject: string;
};

function KeyFields({ entryId, section, version }: Pick<StoredPassage, 'entryId' | 'section' | 'version'>) {
  return (
    <>
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function EditForm({ passage }: { passage: StoredPassage }) {
  const t = useT();
  const { entryId, section, subject } = passage;
  const form = useFormAction(editPassageAction, { place: `summary-passage/${entryId}/${section}` });
  const { state, action, kept } = form;
  const editing = useEditing(passage, state);
  const { details, base, onToggle } = editing;
  const { saving, version, handlers } = useDraftAutosave({
    autosave: autosavePassageAction,
    form,
    editing,
    stored: passage,
  });
  const id = `text-${entryId}-${section}`;
  const label = t('summaries.passage.label', { subject });
  return (
    <details ref={details} open={hasProblem(state)} onToggle={onToggle} className="w-full">
      <summary className={buttonClass('quiet', '-ml-5')}>
        {t('summaries.passage.edit')}
        <span className="sr-only"> {subject}</span>
      </summary>
      <form action={action} {...handlers} className="mt-2 grid justify-items-start gap-4">
        <KeptNotice kept={kept} />
        <SummaryProblem state={state} part="passage" fields={[{ name: 'text', id, label }]} />
        <KeyFields entryId={entryId} section={section} version={version} />
        <div className="w-full">
          <TextAreaField
            key={base.version}
            name="text"
            id={id}
            label={label}
            hint={t('summaries.passage.hint')}
            rows={5}
            limit={summaryTextLimit}
            defaultValue={typedIn(state).text ?? base.text}
            error={fieldError(t, state, 'text')}
          />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t('summaries.passage.save')}</SubmitButton>
          <DraftSaving saving={saving} isKept={kept?.keeping.canKeep() ?? false} part="passage" />
        </div>
      </form>
    </details>
  );
}

function RestoreForm({ passage }: { passage: StoredPassage }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(restorePassageAction, nothingTyped);
  return (
    <>
      <DoneLine state={state}>{!passage.isEdited && t('summaries.passage.restored')}</DoneLine>
      {passage.isEdited && (
        <form action={action} onSubmit={onSubmit}>
          <SummaryProblem state={state} part="passage" />
          <KeyFields {...passage} />
          <SubmitButton variant="quiet" className="-ml-5">
            {t('summaries.passage.restore')}
            <span className="sr-only"> {passage.subject}</span>
          </SubmitButton>
        </form>
      )}
    </>
  );
}

/** Replaces a passage's text, or restores the original; the filed report is not changed. */
export function PassageEdit({ passage }: { passage: StoredPassage }) {
  return (
    <div className="no-print flex flex-wrap items-start gap-x-4">
      <RestoreForm passage={passage} />
      <EditForm passage={passage} />
    </div>
  );
}
