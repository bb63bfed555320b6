'use client';

import {
  createContext,
  type RefObject,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { EditorEntry } from '@/components/filing/entry-fields';
import { routes } from '@/lib/routes';
import { Autosave } from './autosave';
import type { FieldKey } from './field-key';
import type { FieldState } from './field-state';
import { FormFields, storedFields } from './form-fields';

export const AutosaveContext = createContext<Autosave | null>(null);

const never = () => () => undefined;
const nothing = () => undefined;

/** The state of one field; undefined before scripts run. */
export function useFieldState(key: FieldKey): FieldState | undefined {
  const autosave = useContext(AutosaveContext);
  const read = autosave ? () => autosave.stateOf(key) : nothing;
  return useSyncExternalStore(autosave?.subscribe ?? never, read, nothing);
}

/** The states of all fields of the report, and what keeps them from being saved. */
export function useSaveStates(autosave: Autosave | null) {
  const noStates = useMemo(() => [] as readonly FieldState[], []);
  const states = useSyncExternalStore(
    autosave?.subscribe ?? never,
    autosave?.states ?? (() => noStates),
    () => noStates,
  );
  const trouble = useSyncExternalStore(
    autosave?.subscribe ?? never,
    () => autosave?.trouble ?? null,
    () => null,
  );
  return { states, trouble };
}

type Setting = {
  report: { id: string; accountId: string };
  entries: readonly EditorEntry[];
  tabId: string;
  form: RefObject<HTMLFormElement | null>;
};

/** Makes the form of a report save itself. Null before scripts run; then the form is sent as a whole. */
export function useAutosave({ report, entries, tabId, form }: Setting) {
  const [made, setMade] = useState<{ autosave: Autosave; fields: FormFields } | null>(null);
  const make = useEffectEvent(() => {
    if (!form.current) return null;
    const fields = new FormFields(
      form.current,
      entries.map(({ taskId }) => taskId),
    );
    const setting = { reportId: report.id, accountId: report.accountId, tabId, put: fields.put.bind(fields) };
    const nearCopies = entries.flatMap((entry) => entry.nearCopies);
    const autosave = new Autosave(setting, storedFields(entries), nearCopies);
    // Typed before scripts ran, or sent before and not accepted.
    for (const key of fields.all()) autosave.typed(key, fields.contentOf(key));
    return { autosave, fields };
  });
  useEffect(() => {
    const next = make();
    setMade(next);
    if (!next) return;
    const save = () => void next.autosave.save();
    const listening = new AbortController();
    for (const event of ['online', 'focus', 'pagehide'])
      window.addEventListener(event, save, { signal: listening.signal });
    return () => {
      listening.abort();
      next.autosave.stop();
    };
  }, []);
  // The page came again from the server with what is stored now.
  useEffect(() => {
    made?.autosave.follow(storedFields(entries), made.fields.keyOf(document.activeElement));
  }, [entries, made]);
  return made;
}

/** Brings what others have stored into the fields that nobody touches here. */
export async function followOthers({ autosave, fields }: { autosave: Autosave; fields: FormFields }, reportId: string) {
  const response = await fetch(routes.reportFields(reportId)).catch(() => null);
  if (!response?.ok) return;
  const { entries } = (await response.json()) as { entries: Parameters<typeof storedFields>[0] };
  autosave.follow(storedFields(entries), fields.keyOf(document.activeElement));
}
