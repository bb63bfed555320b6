import { useCallback } from 'react';
import type { KeptText } from '@/components/forms/kept-texts/kept-texts';
import { useKeptTexts } from '@/components/forms/kept-texts/use-kept-texts';
import type { EntryForm } from '@/lib/domain/report/entry';
import { type StoredEntry, storedFields } from './field-states';
import { keptFieldKey, reportPlace } from './kept-field';
import { keptOutcome } from './kept-outcome';

/** The texts of a report that its account typed in this browser and that are not stored. */
export function useKeptFields(
  { id, accountId }: { id: string; accountId: string },
  entries: readonly StoredEntry[],
  form: EntryForm,
) {
  const isStored = useCallback(
    (text: KeptText) => {
      const field = storedFields(entries, form).get(keptFieldKey(text));
      return !field || keptOutcome(text, field) === 'overtaken';
    },
    [entries, form],
  );
  return useKeptTexts(accountId, reportPlace(id), isStored);
}
