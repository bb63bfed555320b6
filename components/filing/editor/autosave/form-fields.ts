import { fieldName } from '@/components/reports/entry-fields';
import { type FieldKey, fieldKey, fieldOf, type StoredField } from '@/components/reports/field-key';
import { type EntryContent, entryKeys, type FieldContent, fieldOfKey, typedContent } from '@/lib/domain/report/entry';
import type { FieldSaves, SavedField } from '@/lib/domain/report/field-save';

type StoredEntry = EntryContent & { taskId: string; fieldSaves: FieldSaves };

/** Gives the fields of the stored entries, each with its version, its author and the time of its save. */
export function storedFields(entries: readonly StoredEntry[]): Map<FieldKey, StoredField> {
  const fields = new Map<FieldKey, StoredField>();
  for (const entry of entries) {
    for (const field of entryKeys()) {
      const { version = 0, by = '', at = null } = entry.fieldSaves[field] ?? {};
      fields.set(fieldKey({ taskId: entry.taskId, field }), { version, by, at, content: entry[field] });
    }
  }
  return fields;
}

/** Finds the fields of the editor's form and their contents. */
export class FormFields {
  private readonly keys = new Map<string, FieldKey>();
  private readonly names = new Map<FieldKey, string>();

  constructor(
    private readonly form: HTMLFormElement,
    taskIds: readonly string[],
  ) {
    taskIds.forEach((taskId, index) => {
      for (const field of entryKeys()) {
        const [key, name] = [fieldKey({ taskId, field }), fieldName(index, field)];
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
    return typedContent(fieldOfKey(fieldOf(key).field), value);
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
