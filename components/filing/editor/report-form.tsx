'use client';

import { useRouter } from 'next/navigation';
import {
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Autosave } from '@/components/filing/editor/autosave/autosave';
import { type FieldKey, isHeldUp } from '@/components/filing/editor/autosave/field-states';
import { GivenBack } from '@/components/filing/editor/autosave/given-back';
import { keptFieldKey, reportPlace } from '@/components/filing/editor/autosave/kept-field';
import {
  AutosaveContext,
  followOthers,
  useAutosave,
  useSaveStates,
} from '@/components/filing/editor/autosave/use-autosave';
import { FormProblem } from '@/components/forms/form-problem';
import type { KeptText } from '@/components/forms/kept-texts/kept-texts';
import { useUnfinished } from '@/components/forms/kept-texts/leaving';
import { useTab } from '@/components/forms/kept-texts/tab';
import { useLeftTexts } from '@/components/forms/kept-texts/use-left-texts';
import type { SavedNews } from '@/components/live/live-line';
import { isPortalAvailable } from '@/components/live/portal-available';
import { useBackgroundRefresh } from '@/components/live/use-background-refresh';
import { useLiveReport } from '@/components/live/use-live-report';
import { Writers } from '@/components/live/writers';
import { type EditorEntry, shownEntry, taskAround } from '@/components/reports/entry-fields';
import { missingFields } from '@/lib/domain/report/completeness';
import type { ReportWithStatus } from '@/lib/filing/data';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';
import { EntryCard } from './entry-card';
import { namedFields } from './named-fields';
import { type LastSaved, SaveBar } from './save-bar';
import { TaskIndex } from './task-index';
import { unfinishedText } from './unfinished';

export type ReportFormProps = {
  report: ReportWithStatus & { accountId: string };
  entries: EditorEntry[];
  lastSaved: LastSaved;
  /** The result of the form when it was posted as a whole, before scripts ran. */
  posted: FormState;
  action: (formData: FormData) => void;
};

/** Saves the fields being edited, follows those that others store, and announces the task being edited. */
function useWriting({ report, entries, posted }: ReportFormProps, form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const tabId = useTab();
  const made = useAutosave({ report, entries, tabId, posted, form });
  const { states, trouble } = useSaveStates(made?.autosave ?? null);
  const hasPassed = useRef(false);
  const lastField = useRef('');
  const follow = async () => {
    if (made) hasPassed.current = await followOthers(made, report.id);
  };
  const onSaved = async ({ fields }: SavedNews) => {
    if (!fields || !(await made?.autosave.knows(fields))) await follow();
  };
  const { refresh: onReportChanged } = useBackgroundRefresh();
  const { writers, announce, isConnected } = useLiveReport({ reportId: report.id, tabId, onSaved, onReportChanged });
  // A page opened from the history shows the browser's remembered state, and before the connection nobody reports
  // saves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the form can save itself, and whenever the line is up
  useEffect(() => void follow(), [made, isConnected]);
  useEffect(() => {
    if (trouble?.kind === 'refused') router.refresh();
  }, [trouble, router]);
  const onInput = (event: FormEvent) => {
    // An untrusted event is an update from a colleague, not the user's typing.
    if (event.nativeEvent.isTrusted) announce(taskAround(event.target as Element, entries));
    const key = made?.fields.keyOf(event.target);
    if (key) made?.autosave.typed(key, made.fields.contentOf(key));
  };
  const onFocus = (event: FocusEvent) => {
    announce(taskAround(event.target, entries));
    if (made?.fields.keyOf(event.target)) lastField.current = event.target.closest('[id]')?.id ?? '';
  };
  const onBlur = async (event: FocusEvent) => {
    if (!made?.fields.keyOf(event.target)) return;
    await made.autosave.save();
    if (hasPassed.current) await follow();
  };
  return { made, tabId, states, trouble, lastField, writers, handlers: { onInput, onFocus, onBlur } };
}

/** Texts that an earlier visit left unsaved go back into their fields; gives these fields. */
function useGivenBack({ id, accountId }: ReportFormProps['report'], tabId: string, autosave: Autosave | null) {
  const [keys, setKeys] = useState<readonly FieldKey[]>([]);
  const take = useCallback(
    async (text: KeptText, signal: AbortSignal) => {
      if (!(await autosave?.giveBack(text, signal))) return;
      const key = keptFieldKey(text);
      setKeys((all) => [...all.filter((other) => other !== key), key]);
    },
    [autosave],
  );
  useLeftTexts({ accountId, place: reportPlace(id), tabId }, autosave && take);
  return keys;
}

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

/** The editor of a report that can be saved: it saves itself; before scripts run, the form is posted as a whole. */
export function ReportForm(props: ReportFormProps) {
  const t = useT();
  const { report, entries, posted } = props;
  const form = useRef<HTMLFormElement>(null);
  const { made, tabId, states, trouble, lastField, writers, handlers } = useWriting(props, form);
  const fields = made?.autosave.fields;
  const missing = entries.map((entry, index) => {
    const content = fields?.contentOf(entry.taskId) ?? shownEntry(entry, index, posted);
    return missingFields(content).length + (fields?.countTooLong(entry.taskId) ?? 0);
  });
  useLinkedField();
  const givenBack = useGivenBack(report, tabId, made?.autosave ?? null);
  const autosave = made?.autosave;
  useUnfinished(useMemo(() => (autosave ? unfinishedText(t, autosave) : null), [t, autosave]));
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
        onKeyDown={saveByKeyboard}
        // Unsaved text is kept and offered; a browser that restores old fields would mix it with the stored text.
        autoComplete="off"
        className="[&_:is(a,input,textarea,button)]:scroll-mb-44 [&_:is(fieldset,input,textarea)]:scroll-mt-20"
      >
        <FormProblem state={posted} fields={namedFields(t, entries)} />
        <GivenBack keys={givenBack} entries={entries} />
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
          lastField={lastField}
        />
      </form>
    </AutosaveContext>
  );
}
