import { useRouter } from 'next/navigation';
import { type FocusEvent, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { followOthers, useAutosave, useSaveStates } from '@/components/filing/editor/autosave/use-autosave';
import type { SavedNews } from '@/components/live/live-line';
import { newTabId } from '@/components/live/tab-id';
import { useBackgroundRefresh } from '@/components/live/use-background-refresh';
import { useLiveReport } from '@/components/live/use-live-report';
import { type EditorEntry, taskAround } from '@/components/reports/entry-fields';
import type { FormState } from '@/lib/schemas/form-state';

type Writing = {
  report: { id: string; accountId: string };
  entries: readonly EditorEntry[];
  posted: FormState;
};

/** Saves the fields being edited, follows those that others store, and announces the task being edited. */
export function useWriting({ report, entries, posted }: Writing, form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  // A form that is mounted again, because the report was returned, counts as another tab for text typed before.
  const [tabId] = useState(newTabId);
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
