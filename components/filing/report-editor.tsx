'use client';

import { type FormEvent, type KeyboardEvent, type ReactNode, useActionState, useRef } from 'react';
import { t } from '@/lib/messages/translator';
import { saveReportAction } from '@/lib/reports/actions';
import { type FormState, idle } from '@/lib/schemas/form-state';
import { EntryCard } from './entry-card';
import type { EditorEntry } from './entry-fields';
import { FormProblem } from './form-problem';
import { keepTyped } from './keep-typed';
import { namedFields } from './named-fields';
import type { StandingReport } from './report-facts';
import { type LastSaved, SaveBar } from './save-bar';
import { TaskIndex } from './task-index';
import { UnsavedText } from './unsaved-text';
import { useMissing } from './use-missing';
import { useStoredMeanwhile } from './use-stored-meanwhile';
import { useUnsaved } from './use-unsaved';

type ReportEditorProps = { report: StandingReport; entries: EditorEntry[]; lastSaved: LastSaved };

function saveByKeyboard(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector<HTMLButtonElement>('button[value=save]'));
}

type ReportFormProps = ReportEditorProps & {
  state: FormState;
  dispatch: (formData: FormData) => void;
  isPending: boolean;
};

function ReportForm({ report, entries, lastSaved, state, dispatch, isPending }: ReportFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { missing, recount } = useMissing(entries, state, form);
  const unsaved = useUnsaved(state);
  const send = keepTyped(dispatch);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (isPending) return event.preventDefault();
    unsaved.sent();
    send(event);
  };
  const typed = () => {
    unsaved.typed();
    recount();
  };
  const overlaps = useStoredMeanwhile(entries, form);
  const isStale = state.status === 'refused' && state.refusal.code === 'stale';
  return (
    <form
      ref={form}
      action={dispatch}
      onSubmit={submit}
      onInput={typed}
      onKeyDown={saveByKeyboard}
      className="[&_:is(a,input,textarea)]:scroll-mb-44 [&_:is(fieldset,input,textarea)]:scroll-mt-20"
    >
      <FormProblem
        state={state}
        fields={namedFields(entries)}
        sentence={isStale ? t('filing.stale.explanation', { by: lastSaved?.by ?? '' }) : undefined}
      />
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      <div className="grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <TaskIndex entries={entries} missing={missing} />
        <div className="grid gap-6">
          {entries.map((entry, index) => (
            <EntryCard
              key={entry.taskId}
              entry={entry}
              index={index}
              missing={missing[index] ?? 0}
              state={state}
              meanwhile={isStale ? { overlaps } : null}
            />
          ))}
        </div>
      </div>
      <SaveBar
        report={report}
        lastSaved={lastSaved}
        isPending={isPending}
        isUnsaved={unsaved.isUnsaved}
        isSaved={state.status === 'done'}
      />
    </form>
  );
}

/**
 * The whole report in one form. Where it cannot be saved any more, the text as it stands is shown instead (`children`),
 * with whatever was typed meanwhile and could not be kept.
 */
export function ReportEditor({
  canSave,
  children,
  ...props
}: ReportEditorProps & { canSave: boolean; children: ReactNode }) {
  const [state, dispatch, isPending] = useActionState(saveReportAction, idle);
  if (canSave) return <ReportForm {...props} state={state} dispatch={dispatch} isPending={isPending} />;
  return (
    <>
      <FormProblem state={state} />
      <UnsavedText entries={props.entries} state={state} />
      {children}
    </>
  );
}
