import { type RefObject, useEffect, useState } from 'react';
import { countMissing, type EditorEntry, shownEntry } from '@/components/reports/entry-fields';
import { missingFields } from '@/lib/domain/report/completeness';
import type { FormState } from '@/lib/schemas/form-state';

/** The number of missing parts of each task, updated while the user types. */
export function useMissing(entries: EditorEntry[], state: FormState, form: RefObject<HTMLFormElement | null>) {
  const [missing, setMissing] = useState(() =>
    entries.map((entry, index) => missingFields(shownEntry(entry, index, state)).length),
  );
  const recount = () => form.current && setMissing(countMissing(form.current, entries.length));
  // A browser that returns to the page restores its fields, and the check page links to one of them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come alive
  useEffect(() => {
    recount();
    document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.focus();
  }, []);
  return { missing, recount };
}
