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
import type { EditorEntry } from '@/components/reports/entry-fields';
import { type FieldKey, fieldKey } from '@/components/reports/field-key';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { Autosave } from './autosave';
import type { FieldState } from './field-state';
import { FormFields, storedFields } from './form-fields';

export const AutosaveContext = createContext<Autosave | null>(null);

const never = () => () => undefined;
const nothing = () => undefined;

/** The state of one field; undefined before scripts run. */
export function useFieldState(key: FieldKey): FieldState | undefined {
  const autosave = useContext(AutosaveContext);
  const read = autosave ? () => autosave.fields.of(key) : nothing;
  return useSyncExternalStore(autosave?.fields.subscribe ?? never, read, nothing);
}

/** The states of all fields of the report, and the obstacle to saving, if any. */
export function useSaveStates(autosave: Autosave | null) {
  const noStates = useMemo(() => [] as readonly FieldState[], []);
  const subscribe = autosave?.fields.subscribe ?? never;
  const states = useSyncExternalStore(subscribe, autosave?.fields.all ?? (() => noStates), () => noStates);
  const trouble = useSyncExternalStore(
    subscribe,
    () => autosave?.trouble ?? null,
    () => null,
  );
  return { states, trouble };
}

type Setting = {
  report: { id: string; accountId: string };
  entries: readonly EditorEntry[];
  tabId: string;
  posted: FormState;
  form: RefObject<HTMLFormElement | null>;
};

/**
 * Takes over text that was typed before scripts ran, or posted with the whole form and not accepted. A field that was
 * too late is a conflict, although the form already names the version that its author has been shown.
 */
function takeOver(autosave: Autosave, fields: FormFields, posted: FormState): void {
  const refusal = posted.status === 'refused' ? posted.refusal : null;
  const late = new Set(refusal?.code === 'fields-stale' ? refusal.conflicts.map(fieldKey) : []);
  for (const key of fields.all())
    autosave.typedFrom(key, fields.contentOf(key), late.has(key) ? -1 : fields.versionOf(key));
  void autosave.save();
}

/** Makes the form of a report save itself. Null before scripts run; until then the form is posted as a whole. */
export function useAutosave({ report, entries, tabId, posted, form }: Setting) {
  const [made, setMade] = useState<Made | null>(null);
  const make = useEffectEvent(() => {
    if (!form.current) return null;
    const fields = new FormFields(
      form.current,
      entries.map(({ taskId }) => taskId),
    );
    const setting = { reportId: report.id, accountId: report.accountId, tabId, put: fields.put.bind(fields) };
    const nearCopies = entries.flatMap((entry) => entry.nearCopies);
    const autosave = new Autosave(setting, storedFields(entries), nearCopies);
    takeOver(autosave, fields, posted);
    return { autosave, fields };
  });
  useEffect(() => {
    const next = make();
    setMade(next);
    if (!next) return;
    const save = () => void next.autosave.save();
    const listening = new AbortController();
    for (const event of ['online', 'focus', 'pageshow', 'pagehide'])
      window.addEventListener(event, save, { signal: listening.signal });
    return () => {
      listening.abort();
      next.autosave.stop();
    };
  }, []);
  // Takes text typed after the form was read and before its listeners were attached.
  useEffect(() => {
    for (const key of made?.fields.all() ?? []) made?.autosave.typed(key, made.fields.contentOf(key));
  }, [made]);
  // The server has rendered the page again with the fields stored now.
  useEffect(() => {
    made?.autosave.follow(storedFields(entries), made.fields.keyOf(document.activeElement));
  }, [entries, made]);
  return made;
}

type Made = { autosave: Autosave; fields: FormFields };
type Fields = { entries: Parameters<typeof storedFields>[0] };

/**
 * Loads fields that others have stored into those that nobody is editing here; gives whether all of them were updated.
 */
export async function followOthers({ autosave, fields }: Made, reportId: string): Promise<boolean> {
  const read = async (response: Response) => (response.ok ? ((await response.json()) as Fields) : null);
  const stored = await fetch(routes.reportFields(reportId)).then(read, () => null);
  return !stored || autosave.follow(storedFields(stored.entries), fields.keyOf(document.activeElement));
}
