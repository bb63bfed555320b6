import { useCallback, useEffect, useState } from 'react';
import { forgetText, type KeptText, listKeptTexts, onKeptTextsChanged } from '@/components/forms/kept-texts/kept-texts';
import { type StoredEntry, storedFields } from './field-states';
import { keptFieldKey, reportPlace } from './kept-field';
import { keptOutcome } from './kept-outcome';

type Report = { id: string; accountId: string };

/**
 * The texts of a report that this account typed in this browser and that are not stored, the latest first; overtaken
 * ones are deleted. Null until they have been read.
 */
export function useKeptTexts({ id, accountId }: Report, entries: readonly StoredEntry[]) {
  const [kept, setKept] = useState<readonly KeptText[] | null>(null);
  const read = useCallback(async () => {
    const stored = storedFields(entries);
    const texts = await listKeptTexts(accountId, reportPlace(id));
    const isLeft = (text: KeptText) => {
      const field = stored.get(keptFieldKey(text));
      return field !== undefined && keptOutcome(text, field) !== 'overtaken';
    };
    setKept(texts.filter(isLeft));
  }, [accountId, id, entries]);
  useEffect(() => {
    void read();
    return onKeptTextsChanged(read);
  }, [read]);
  return { kept, drop: forgetText };
}
