'use client';

import { type FocusEvent, type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { newTabId } from '@/components/live/tab-id';
import { useLiveReport } from '@/components/live/use-live-report';
import { Writers } from '@/components/live/writers';
import { t } from '@/lib/messages/translator';
import { saveReportAction } from '@/lib/reports/actions';
import { EntryCard } from './entry-card';
import { type EditorEntry, taskAnchor } from './entry-fields';
import { FormProblem } from './form-problem';
import { namedFields } from './named-fields';
import type { StandingReport } from './report-facts';
import { type LastSaved, SaveBar } from './save-bar';
import { TaskIndex } from './task-index';
import { UnsavedText } from './unsaved-text';
import { useFormAction } from './use-form-action';
import { useMissing } from './use-missing';
import { useStoredMeanwhile } from './use-stored-meanwhile';
import { useUnsaved } from './use-unsaved';

type ReportEditorProps = { report: StandingReport; entries: EditorEntry[]; lastSaved: LastSaved };

function saveByKeyboard(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector<HTMLButtonElement>('button[value=save]'));
}

/** The task in whose card an element stands. */
function taskAround(element: Element, entries: readonly EditorEntry[]): string | null {
  return entries.find(({ taskCode }) => element.closest(`#${CSS.escape(taskAnchor(taskCode))}`))?.taskId ?? null;
}

type ReportFormProps = ReportEditorProps & { sending: ReturnType<typeof useFormAction> };

function ReportForm({ report, entries, lastSaved, sending }: ReportFormProps) {
  const { state, isPending } = sending;
  const form = useRef<HTMLFormElement>(null);
  const { missing, recount } = useMissing(entries, state, form);
  const unsaved = useUnsaved(state);
  const [isLeaving, setLeaving] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!isPending) unsaved.sent();
    setLeaving((event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'check');
    sending.onSubmit(event);
  };
  const typed = () => {
    unsaved.typed();
    recount();
  };
  const overlaps = useStoredMeanwhile(entries, form);
  const [tabId] = useState(newTabId);
  const { writers, announce } = useLiveReport({ reportId: report.id, tabId });
  const writesIn = (event: FocusEvent | FormEvent) => announce(taskAround(event.target as Element, entries));
  const isStale = state.status === 'refused' && state.refusal.code === 'stale';
  return (
    <form
      ref={form}
      action={sending.action}
      onSubmit={submit}
      onInput={typed}
      onInputCapture={writesIn}
      onFocus={writesIn}
      onKeyDown={saveByKeyboard}
      className="[&_:is(a,input,textarea)]:scroll-mb-44 [&_:is(fieldset,input,textarea)]:scroll-mt-20"
    >
      <FormProblem
        state={state}
        fields={namedFields(entries)}
        sentence={isStale ? t('filing.stale.explanation', { by: lastSaved?.by ?? '' }) : undefined}
      />
      <input type="hidden" name="reportId" value={report.id} />
      {/* autoComplete, because a browser that reloads the page would put the old version back. */}
      <input type="hidden" name="version" autoComplete="off" value={report.version} />
      <Writers
        writers={writers}
        taskNumberOf={(taskId) => entries.findIndex((entry) => entry.taskId === taskId) + 1 || null}
      />
      {/* What was typed while the page goes on to the check would not be saved. */}
      <div inert={isPending && isLeaving} className="grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
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
              writers={writers}
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
  const form = useFormAction(saveReportAction);
  const { state } = form;
  if (canSave) return <ReportForm {...props} sending={form} />;
  return (
    <>
      <FormProblem state={state} />
      <UnsavedText entries={props.entries} state={state} />
      {children}
    </>
  );
}
