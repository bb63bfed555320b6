import { type RefObject, useEffect, useRef, useState } from 'react';
import { contentFields, type EditorEntry, fieldName, storedText } from './entry-fields';

/** Puts a content into a field and tells the form, as if it had been typed. */
function putInto(form: HTMLFormElement, name: string, content: string) {
  const controls = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`);
  for (const control of controls) {
    if (control instanceof HTMLInputElement) control.checked = control.value === content;
    else control.value = content;
  }
  controls[0]?.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Brings into untouched fields what was stored since; gives the names of the fields that both sides changed. */
function followStored(
  form: HTMLFormElement,
  before: readonly EditorEntry[],
  after: readonly EditorEntry[],
): Set<string> {
  const held = new FormData(form);
  const overlaps = new Set<string>();
  after.forEach((entry, index) => {
    for (const field of contentFields) {
      const name = fieldName(index, field);
      const [old, stored] = [storedText(before[index]?.[field] ?? ''), storedText(entry[field])];
      const now = storedText((held.get(name) as string | null) ?? '');
      if (stored === old || now === stored) continue;
      if (now === old) putInto(form, name, stored);
      else overlaps.add(name);
    }
  });
  return overlaps;
}

/**
 * Colleagues fill in one report together: a field that nobody touched here follows what they stored, so that the next
 * save does not undo it. Gives the fields where both sides wrote; null until something new has been stored.
 */
export function useStoredMeanwhile(entries: readonly EditorEntry[], form: RefObject<HTMLFormElement | null>) {
  const known = useRef(entries);
  const [overlaps, setOverlaps] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = entries;
    if (before !== entries && form.current) setOverlaps(followStored(form.current, before, entries));
  }, [entries, form]);
  return overlaps;
}
