import { useEffect } from 'react';
import { type KeptText, listKeptTexts } from './kept-texts';
import { afterTab } from './tab';

/**
 * Gives back the texts that other tabs of an account left unsaved in a place: those of closed tabs at once, the latest
 * first, and those of a tab that is open once it is closed. `take` handles one text; it may wait, and meanwhile no other
 * tab is given the same text. Nothing happens while `take` is null.
 */
export function useLeftTexts(
  { accountId, place, tabId }: { accountId: string; place: string; tabId: string },
  take: ((text: KeptText, signal: AbortSignal) => Promise<void>) | null,
): void {
  useEffect(() => {
    if (!take) return;
    const left = new AbortController();
    const list = async () => (await listKeptTexts(accountId, place)).filter((text) => text.tabId !== tabId);
    const takeOf = async (closed: string) => {
      const texts = (await list()).filter((text) => text.tabId === closed);
      await Promise.all(texts.map((text) => take(text, left.signal)));
    };
    void list().then((texts) => {
      for (const closed of new Set(texts.map((text) => text.tabId)))
        void afterTab(closed, left.signal, () => takeOf(closed));
    });
    return () => left.abort();
  }, [accountId, place, tabId, take]);
}
