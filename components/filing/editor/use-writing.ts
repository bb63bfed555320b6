import { useRouter } from 'next/navigation';
import { type FocusEvent, type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Autosave } from '@/components/filing/editor/autosave/autosave';
import type { FieldKey } from '@/components/filing/editor/autosave/field-states';
import { keptFieldKey, reportPlace } from '@/components/filing/editor/autosave/kept-field';
import { followOthers, useAutosave, useSaveStates } from '@/components/filing/editor/autosave/use-autosave';
import type { KeptText } from '@/components/forms/kept-texts/kept-texts';
import { useTab } from '@/components/forms/kept-texts/tab';
import { useLeftTexts } from '@/components/forms/kept-texts/use-left-texts';
import type { SavedNews } from '@/components/live/live-line';
import { useBackgroundRefresh } from '@/components/live/use-background-refresh';
import { useLiveReport } from '@/components/live/use-live-report';
import { type EditorEntry, taskAround } from '@/components/reports/entry-fields';
import type { EntryForm } from '@/lib/domain/report/entry';
import type { ReportWithStatus } from '@/lib/filing/data';
import type { FormState } from '@/lib/schemas/form-state';
import type { LastSaved } from './save-bar';

export type ReportFormProps = {
  report: ReportWithStatus & { accountId: string; form: EntryForm };
  entries: EditorEntry[];
  lastSaved: LastSaved;
  /** The result of the form when it was posted as a whole, before scripts ran. */
  posted: FormState;
  action: (formData: FormData) => void;
};

/** Saves the fields being edited, follows those that others store, and announces the task being edited. */
export function useWriting({ report, entries, posted }: ReportFormProps, form: RefObject<HTMLFormElement | null>) {
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
  const live = useLiveReport({ reportId: report.id, tabId, onSaved, onReportChanged });
  // A page opened from the history shows the browser's remembered state, and before the connection nobody reports
  // saves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the form can save itself, and whenever the line is up
  useEffect(() => void follow(), [made, live.state]);
  useEffect(() => {
    if (trouble?.kind === 'refused') router.refresh();
  }, [trouble, router]);
  const onInput = (event: FormEvent) => {
    // An untrusted event is an update from a colleague, not the user's typing.
    if (event.nativeEvent.isTrusted) live.announce(taskAround(event.target as Element, entries));
    const key = made?.fields.keyOf(event.target);
    if (key) made?.autosave.typed(key, made.fields.contentOf(key));
  };
  const onFocus = (event: FocusEvent) => {
    live.announce(taskAround(event.target, entries));
    if (made?.fields.keyOf(event.target)) lastField.current = event.target.closest('[id]')?.id ?? '';
  };
  const onBlur = async (event: FocusEvent) => {
    if (!made?.fields.keyOf(event.target)) return;
    await made.autosave.save();
    if (hasPassed.current) await follow();
  };
  return { made, tabId, states, trouble, lastField, live, handlers: { onInput, onFocus, onBlur } };
}

/** Texts that an earlier visit left unsaved go back into their fields; gives these fields. */
export function useGivenBack({ id, accountId }: ReportFormProps['report'], tabId: string, autosave: Autosave | null) {
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
