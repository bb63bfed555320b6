'use client';

import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { pastedImages } from '@/components/evidence/pasted-images';
import type { Uploads } from '@/components/evidence/uploads';
import { UploadsContext, useReportUploads } from '@/components/evidence/use-uploads';
import { GivenBack } from '@/components/filing/editor/autosave/given-back';
import { AutosaveContext } from '@/components/filing/editor/autosave/use-autosave';
import { openPartsOf } from '@/components/filing/report/entry-progress';
import { FormProblem } from '@/components/forms/form-problem';
import { useUnfinished } from '@/components/forms/kept-texts/leaving';
import { UnkeptNotice } from '@/components/forms/kept-texts/unkept-notice';
import { Writers } from '@/components/live/writers';
import { type EditorEntry, shownEntry, taskAround } from '@/components/reports/entry-fields';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { EntryCard } from './entry-card';
import { namedFields } from './named-fields';
import { SaveBar } from './save-bar';
import { TaskIndex } from './task-index';
import { unfinishedText } from './unfinished';
import { useCaretInSight } from './use-caret-in-sight';
import { useSubmit } from './use-submit';
import { type ReportFormProps, useGivenBack, useWriting } from './use-writing';

/** The check page links to single fields of this one. */
function useLinkedField(): void {
  useEffect(() => document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.focus(), []);
}

/** An input method takes the key and leaves only its place on the keyboard. */
const isKeyS = ({ key, code }: KeyboardEvent) => key.toLowerCase() === 's' || (key === 'Process' && code === 'KeyS');

function saveByKeyboard(event: KeyboardEvent<HTMLFormElement>) {
  if (!isKeyS(event) || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector<HTMLButtonElement>('button[value=save]'));
}

/** A pasted image becomes a file of its task. */
function pasteInto(t: Translate, entries: readonly EditorEntry[], uploads: Uploads) {
  return (event: ClipboardEvent<HTMLFormElement>) => {
    // The field has taken over the text.
    if (event.isDefaultPrevented()) return;
    const task = taskAround(event.target as Element, entries);
    const evidence = entries.find(({ taskId }) => taskId === task)?.evidence;
    const images = evidence?.canEdit ? pastedImages(t, event.clipboardData, evidence.files.length) : [];
    if (!task || !evidence || images.length === 0) return;
    event.preventDefault();
    uploads.add(task, images, evidence.files.length);
  };
}

/** The editor of a report that can be saved: it saves itself; before scripts run, the form is posted as a whole. */
export function ReportForm(props: ReportFormProps) {
  const t = useT();
  const { report, entries, posted } = props;
  const form = useRef<HTMLFormElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useCaretInSight(form, bar);
  const { made, tabId, states, trouble, lastField, live, handlers } = useWriting(props, form);
  const autosave = made?.autosave ?? null;
  const open = entries.map((entry, index) => {
    const parts = openPartsOf(
      autosave?.fields.contentOf(entry.taskId) ?? shownEntry(entry, index, posted),
      report.form,
    );
    return { ...parts, missing: parts.missing + (autosave?.fields.countTooLong(entry.taskId) ?? 0) };
  });
  useLinkedField();
  const givenBack = useGivenBack(report, tabId, autosave);
  const reportUploads = useReportUploads({ reportId: report.id, accountId: report.accountId, tabId, tasks: entries });
  const { uploads } = reportUploads;
  useUnfinished(useMemo(() => (autosave ? unfinishedText(t, autosave) : null), [t, autosave]));
  const { submit, hindrance, forgetHindrance } = useSubmit({ reportId: report.id, made, uploads });
  const onInput = (event: FormEvent) => {
    handlers.onInput(event);
    if (hindrance !== 'uploading') forgetHindrance();
  };
  const numberOf = (taskId: string) => {
    const entry = entries.find((each) => each.taskId === taskId);
    return entry ? taskNumber(entry.taskCode) : null;
  };
  return (
    <AutosaveContext value={autosave}>
      <UploadsContext value={reportUploads}>
        <form
          ref={form}
          action={props.action}
          onSubmit={submit}
          {...handlers}
          onInput={onInput}
          onPaste={pasteInto(t, entries, uploads)}
          onKeyDown={saveByKeyboard}
          // Unsaved text is kept and given back; a browser that restores old fields would mix it with the stored text.
          autoComplete="off"
          className="[&_:is(a,input,textarea,button)]:scroll-mb-16 [&_:is(fieldset,input,textarea)]:scroll-mt-20"
        >
          <FormProblem state={posted} fields={namedFields(t, entries)} />
          <UnkeptNotice />
          <GivenBack keys={givenBack} entries={entries} />
          <input type="hidden" name="reportId" value={report.id} />
          <Writers writers={live.writers} isElsewhere={live.state === 'elsewhere'} taskNumberOf={numberOf} />
          <div className="grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
            <TaskIndex entries={entries} open={open} />
            <div className="grid gap-6">
              {entries.map((entry, index) => (
                <EntryCard
                  key={entry.taskId}
                  entry={entry}
                  index={index}
                  open={open[index] ?? openPartsOf(entry, report.form)}
                  state={posted}
                  writers={live.writers}
                />
              ))}
            </div>
          </div>
          <SaveBar
            bar={bar}
            report={report}
            lastSaved={props.lastSaved}
            states={states}
            trouble={trouble}
            hindrance={hindrance}
            lastField={lastField}
          />
        </form>
      </UploadsContext>
    </AutosaveContext>
  );
}
