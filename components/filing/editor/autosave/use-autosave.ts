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
import { type EditorEntry, fieldName } from '@/components/reports/entry-fields';
import { type PeriodCode, rhythmOf } from '@/lib/domain/calendar/period';
import { type EntryForm, type FieldContent, type FormField, typedContent } from '@/lib/domain/report/entry';
import type { SavedField } from '@/lib/domain/report/field-save';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { Autosave } from './autosave';
import { type FieldKey, type FieldState, FieldStates, fieldKey, fieldOf, type StoredEntry } from './field-states';

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

/** Finds the fields of the editor's form and their contents. */
class FormFields {
  private readonly keys = new Map<string, FieldKey>();
  private readonly names = new Map<FieldKey, string>();
  private readonly definitions = new Map<FieldKey, FormField>();

  constructor(
    private readonly form: HTMLFormElement,
    taskIds: readonly string[],
    asked: EntryForm,
  ) {
    taskIds.forEach((taskId, index) => {
      for (const field of asked.fields) {
        const [key, name] = [fieldKey({ taskId, field: field.key }), fieldName(index, field.key)];
        this.definitions.set(key, field);
        this.keys.set(name, key);
        this.names.set(key, name);
      }
    });
  }

  /** Gives the field to which an element of the form belongs. */
  keyOf(element: EventTarget | null): FieldKey | null {
    return (this.keys.get((element as HTMLInputElement | null)?.name ?? '') as FieldKey | undefined) ?? null;
  }

  all(): FieldKey[] {
    return [...this.names.keys()];
  }

  contentOf(key: FieldKey): FieldContent {
    const value = this.data().get(this.names.get(key) ?? '');
    const field = this.definitions.get(key);
    return field ? typedContent(field, value) : null;
  }

  /** Gives the version from which a field of the page was typed, as the form's hidden field names it. */
  versionOf(key: FieldKey): number {
    const versions = String(this.data().get(this.names.get(key)?.replace(/[^.]+$/, 'versions') ?? '') || '{}');
    return (JSON.parse(versions) as Partial<Record<SavedField, number>>)[fieldOf(key).field] ?? 0;
  }

  /** Focuses the first field that meets a condition. */
  focusFirst(holds: (key: FieldKey) => boolean): void {
    const key = this.all().find(holds);
    if (key) this.controlsOf(key)[0]?.focus();
  }

  /** Puts a content into its field; an unchanged field keeps its cursor position. */
  put(key: FieldKey, content: FieldContent): void {
    const controls = this.controlsOf(key);
    for (const control of controls) {
      if (control.type === 'radio') (control as HTMLInputElement).checked = control.value === content;
      else if (control.type === 'checkbox') (control as HTMLInputElement).checked = content === true;
      else control.value = String(content ?? '');
    }
    // The counters of characters and of missing parts listen to input events.
    controls[0]?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private data(): FormData {
    return new FormData(this.form);
  }

  private controlsOf(key: FieldKey): NodeListOf<HTMLInputElement | HTMLTextAreaElement> {
    return this.form.querySelectorAll(`[name="${CSS.escape(this.names.get(key) ?? '')}"]`);
  }
}

type Setting = {
  report: { id: string; accountId: string; periodCode: PeriodCode; form: EntryForm };
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
  const [made, setMade] = useState<MadeAutosave | null>(null);
  const make = useEffectEvent(() => {
    if (!form.current) return null;
    const fields = new FormFields(
      form.current,
      entries.map(({ taskId }) => taskId),
      report.form,
    );
    const { id: reportId, accountId, periodCode } = report;
    const setting = { reportId, accountId, rhythm: rhythmOf(periodCode), tabId, put: fields.put.bind(fields) };
    const nearCopies = entries.flatMap((entry) => entry.nearCopies);
    const autosave = new Autosave(setting, new FieldStates(entries, nearCopies, report.form));
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
    made?.autosave.follow(entries, made.fields.keyOf(document.activeElement));
  }, [entries, made]);
  return made;
}

/** A form that saves itself, and its fields. */
export type MadeAutosave = { autosave: Autosave; fields: FormFields };
type Fields = { entries: readonly StoredEntry[] };

/**
 * Loads fields that others have stored into those that nobody is editing here; gives whether all of them were updated.
 */
export async function followOthers({ autosave, fields }: MadeAutosave, reportId: string): Promise<boolean> {
  const read = async (response: Response) => (response.ok ? ((await response.json()) as Fields) : null);
  const stored = await fetch(routes.reportFields(reportId)).then(read, () => null);
  return !stored || autosave.follow(stored.entries, fields.keyOf(document.activeElement));
}
