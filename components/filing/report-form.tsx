'use client';

import { useRouter } from 'next/navigation';
import { type FocusEvent, type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { fieldKey } from '@/components/autosave/field-key';
import { isUnsaved } from '@/components/autosave/field-state';
import { KeptTextsPanel } from '@/components/autosave/kept-texts-panel';
import { AutosaveContext, followOthers, useAutosave, useSaveStates } from '@/components/autosave/use-autosave';
import { useLiveReport } from '@/components/live/use-live-report';
import { useUnaskedRefresh } from '@/components/live/use-unasked-refresh';
import { Writers } from '@/components/live/writers';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { EntryCard } from './entry-card';
import { type EditorEntry, savedContent, taskAround } from './entry-fields';
import { FormProblem } from './form-problem';
import { namedFields } from './named-fields';
import { pasteClean } from './paste-clean';
import type { StandingReport } from './report-facts';
import { type LastSaved, SaveBar } from './save-bar';
import { TaskIndex } from './task-index';
import { useMissing } from './use-missing';
import { useSignOutQuestion } from './use-sign-out-question';

type ReportFormProps = {
  report: StandingReport & { accountId: string };
  entries: EditorEntry[];
  lastSaved: LastSaved;
  tabId: string;
  /** What became of the form when it was sent as a whole, before scripts ran. */
  posted: FormState;
  action: (formData: FormData) => void;
};

/** Saves what the hands leave behind, follows what others store, and tells them where somebody writes. */
function useWriting({ report, entries, tabId }: ReportFormProps, form: React.RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const readAnew = useUnaskedRefresh();
  const made = useAutosave({ report, entries, tabId, form });
  const { states, trouble } = useSaveStates(made?.autosave ?? null);
  const hasMissed = useRef(false);
  const follow = () => {
    hasMissed.current = document.activeElement !== null && made?.fields.keyOf(document.activeElement) !== null;
    void (made && followOthers(made, report.id));
  };
  const { writers, announce } = useLiveReport({
    reportId: report.id,
    tabId,
    onSaved: follow,
    onReportChanged: readAnew.refresh,
  });
  // A page that is gone back to shows what the browser remembers of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form can save itself
  useEffect(follow, [made]);
  useEffect(() => {
    if (trouble?.kind === 'refused') router.refresh();
  }, [trouble, router]);
  const onInput = (event: FormEvent) => {
    announce(taskAround(event.target as Element, entries));
    const key = made?.fields.keyOf(event.target);
    if (key) made?.autosave.typed(key, made.fields.contentOf(key));
  };
  const onFocus = (event: FocusEvent) => announce(taskAround(event.target, entries));
  const onBlur = (event: FocusEvent) => {
    if (made?.fields.keyOf(event.target)) void made.autosave.save().then(() => hasMissed.current && follow());
  };
  return { made, states, trouble, writers, handlers: { onInput, onFocus, onBlur } };
}

function saveByKeyboard(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector<HTMLButtonElement>('button[value=save]'));
}

/** The editor of a report that can be saved: it saves itself; before scripts run it is sent as a whole. */
export function ReportForm(props: ReportFormProps) {
  const { report, entries, posted, tabId } = props;
  const form = useRef<HTMLFormElement>(null);
  const { made, states, trouble, writers, handlers } = useWriting(props, form);
  const { missing, recount } = useMissing(entries, posted, form);
  const [isLeaving, setLeaving] = useState(false);
  useSignOutQuestion(states.some(isUnsaved));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    if (!made) return;
    event.preventDefault();
    const goesOn = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'check';
    setLeaving(goesOn);
    const isAllSaved = await made.autosave.save();
    setLeaving(false);
    if (goesOn && isAllSaved) window.location.assign(routes.reportCheck(report.id));
  };
  const onInput = (event: FormEvent) => {
    handlers.onInput(event);
    recount();
  };
  const numberOf = (taskId: string) => entries.findIndex((entry) => entry.taskId === taskId) + 1 || null;
  return (
    <AutosaveContext value={made?.autosave ?? null}>
      <form
        ref={form}
        action={props.action}
        onSubmit={submit}
        {...handlers}
        onInput={onInput}
        onPaste={pasteClean}
        onKeyDown={saveByKeyboard}
        // What is not saved is kept and offered; a browser that puts old fields back would mix it with what is stored.
        autoComplete="off"
        className="[&_:is(a,input,textarea,button)]:scroll-mb-44 [&_:is(fieldset,input,textarea)]:scroll-mt-20"
      >
        <FormProblem state={posted} fields={namedFields(entries)} />
        {made && (
          <KeptTextsPanel
            report={report}
            tabId={tabId}
            tasks={entries}
            storedContent={(key) => savedContent(entries, key)}
            restore={(kept) => made.autosave.restore(fieldKey(kept), kept.content, kept.version)}
          />
        )}
        <input type="hidden" name="reportId" value={report.id} />
        <Writers writers={writers} taskNumberOf={numberOf} />
        {/* What was typed while the page goes on to the check would not be saved. */}
        <div inert={isLeaving} className="grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
          <TaskIndex entries={entries} missing={missing} />
          <div className="grid gap-6">
            {entries.map((entry, index) => (
              <EntryCard
                key={entry.taskId}
                entry={entry}
                index={index}
                missing={missing[index] ?? 0}
                state={posted}
                writers={writers}
              />
            ))}
          </div>
        </div>
        <SaveBar report={report} lastSaved={props.lastSaved} states={states} trouble={trouble} />
      </form>
    </AutosaveContext>
  );
}
