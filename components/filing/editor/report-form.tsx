'use client';

import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { isHeldUp } from '@/components/filing/editor/autosave/field-state';
import { KeptTextsPanel } from '@/components/filing/editor/autosave/kept-texts-panel';
import { AutosaveContext } from '@/components/filing/editor/autosave/use-autosave';
import { useKeptTexts } from '@/components/filing/editor/autosave/use-kept-texts';
import { FormProblem } from '@/components/forms/form-problem';
import { isPortalAvailable } from '@/components/live/portal-available';
import { Writers } from '@/components/live/writers';
import { type EditorEntry, savedContent } from '@/components/reports/entry-fields';
import { type FieldKey, fieldKey } from '@/components/reports/field-key';
import type { ReportWithStatus } from '@/lib/filing/data';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';
import { EntryCard } from './entry-card';
import { namedFields } from './named-fields';
import { pasteClean } from './paste-clean';
import { type LastSaved, SaveBar } from './save-bar';
import { TaskIndex } from './task-index';
import { useLeavingQuestions } from './use-leaving-questions';
import { useMissing } from './use-missing';
import { useWriting } from './use-writing';

export type ReportFormProps = {
  report: ReportWithStatus & { accountId: string };
  entries: EditorEntry[];
  lastSaved: LastSaved;
  /** The result of the form when it was posted as a whole, before scripts ran. */
  posted: FormState;
  action: (formData: FormData) => void;
};

function saveByKeyboard(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector<HTMLButtonElement>('button[value=save]'));
}

/** The editor of a report that can be saved: it saves itself; before scripts run, the form is posted as a whole. */
export function ReportForm(props: ReportFormProps) {
  const t = useT();
  const { report, entries, posted } = props;
  const form = useRef<HTMLFormElement>(null);
  const { made, tabId, states, trouble, lastField, writers, handlers } = useWriting(props, form);
  const { missing, recount } = useMissing(entries, posted, form);
  const storedContent = (key: FieldKey) => made?.autosave.fields.of(key)?.content ?? savedContent(entries, key);
  const { kept, drop } = useKeptTexts({ report, tabId, tasks: entries, storedContent });
  useLeavingQuestions(made?.autosave ?? null);
  const [isCutOff, setCutOff] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    if (!made) return;
    event.preventDefault();
    setCutOff(false);
    const goesOn = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'check';
    const isAllSaved = await made.autosave.save();
    if (!goesOn) return;
    if (!isAllSaved) return made.fields.focusFirst((key) => isHeldUp(made.autosave.fields.of(key)));
    const canGoOn = await isPortalAvailable();
    setCutOff(!canGoOn);
    if (canGoOn) window.location.assign(routes.reportCheck(report.id));
  };
  const onInput = (event: FormEvent) => {
    handlers.onInput(event);
    setCutOff(false);
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
        // Unsaved text is kept and offered; a browser that restores old fields would mix it with the stored text.
        autoComplete="off"
        className="[&_:is(a,input,textarea,button)]:scroll-mb-44 [&_:is(fieldset,input,textarea)]:scroll-mt-20"
      >
        <FormProblem state={posted} fields={namedFields(t, entries)} />
        {made && (
          <KeptTextsPanel
            kept={kept}
            tasks={entries}
            drop={drop}
            restore={(text) => made.autosave.restore(text)}
            goTo={(text) => made.fields.focusFirst((key) => key === fieldKey(text))}
          />
        )}
        <input type="hidden" name="reportId" value={report.id} />
        <Writers writers={writers} taskNumberOf={numberOf} />
        <div className="grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
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
        <SaveBar
          report={report}
          lastSaved={props.lastSaved}
          states={states}
          trouble={trouble}
          isCutOff={isCutOff}
          offered={made ? kept.length : 0}
          lastField={lastField}
        />
      </form>
    </AutosaveContext>
  );
}
