import { useCallback, useEffect, useState } from 'react';
import { forgetText, type KeptText, listKeptTexts, onKeptTextsChanged } from './kept-texts';

/**
 * The texts that an account keeps in a place of this browser, the latest first, and always as they are now; without
 * those that are stored by now. `isStored` should stay the same function. Nothing until they have been read.
 */
export function useKeptTexts(accountId: string, place: string, isStored: (text: KeptText) => boolean) {
  const [kept, setKept] = useState<readonly KeptText[]>([]);
  const read = useCallback(async () => {
    const texts = await listKeptTexts(accountId, place);
    setKept(texts.filter((text) => !isStored(text)));
  }, [accountId, place, isStored]);
  useEffect(() => {
    void read();
    return onKeptTextsChanged(read);
  }, [read]);
  return { kept, drop: forgetText };
}
