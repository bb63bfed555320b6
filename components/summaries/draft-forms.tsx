'use client';

import { useActionState } from 'react';
import { keepTyped } from '@/components/filing/keep-typed';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/messages/translator';
import { idle } from '@/lib/schemas/form-state';
import { saveSummaryFrameAction, saveSummarySettingsAction } from '@/lib/summaries/actions';
import { FrameFields, type FrameTexts, frameFields } from './frame-fields';
import { type Settings, SettingsFields, settingsFields } from './settings-fields';
import { SummaryProblem } from './summary-problem';
import { hasProblem, useEditing } from './use-editing';

type Versioned = { id: string; version: number };

function VersionFields({ id, version }: Versioned) {
  return (
    <>
      <input type="hidden" name="summaryId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

/** Changes title, introduction, closing and date. */
export function FrameForm({ draft }: { draft: Versioned & FrameTexts }) {
  const [state, dispatch] = useActionState(saveSummaryFrameAction, idle);
  const { details, base, version, onInput, onToggle } = useEditing(draft, state);
  return (
    <details ref={details} open={hasProblem(state)} onToggle={onToggle} className="no-print mt-4">
      <summary className={buttonClass('secondary')}>{t('summaries.frame.edit')}</summary>
      <form
        action={dispatch}
        onSubmit={keepTyped(dispatch)}
        onInput={onInput}
        noValidate
        className="mt-4 grid max-w-text gap-6"
      >
        <SummaryProblem state={state} part="frame" fields={frameFields()} />
        <VersionFields id={draft.id} version={version} />
        <FrameFields key={base.version} texts={base} state={state} />
        <SubmitButton className="justify-self-start">{t('summaries.save')}</SubmitButton>
      </form>
    </details>
  );
}

/** Changes what goes in and what stands first. */
export function SettingsForm({ draft }: { draft: Versioned & Settings }) {
  const [state, dispatch] = useActionState(saveSummarySettingsAction, idle);
  const { details, base, version, onInput, onToggle } = useEditing(draft, state);
  return (
    <details ref={details} open={hasProblem(state)} onToggle={onToggle} className="no-print mt-4">
      <summary className={buttonClass('secondary')}>{t('summaries.settings.edit')}</summary>
      <form
        action={dispatch}
        onSubmit={keepTyped(dispatch)}
        onInput={onInput}
        noValidate
        className="mt-4 grid max-w-text gap-6"
      >
        <SummaryProblem state={state} part="frame" fields={settingsFields()} />
        <VersionFields id={draft.id} version={version} />
        <SettingsFields key={base.version} settings={base} state={state} />
        <p className="text-sm text-muted">{t('summaries.settings.hint')}</p>
        <SubmitButton className="justify-self-start">{t('summaries.save')}</SubmitButton>
      </form>
    </details>
  );
}
