import { useCallback, useEffect, useState } from 'react';
import { type FieldKey, fieldKey } from '@/components/reports/field-key';
import type { FieldContent } from '@/lib/domain/report/field-save';
import { forgetText, type KeptText, listKeptTexts } from './kept-texts';

export type KeptTextsSetting = {
  report: { id: string; accountId: string };
  /** The tab whose own texts are no leftovers; null for none. */
  tabId: string | null;
  tasks: readonly { taskId: string }[];
  /** What is stored of a field: a kept text that says the same is forgotten. */
  storedContent: (key: FieldKey) => FieldContent | undefined;
};

/** What earlier visits of this account typed into this report and could not save, as this browser keeps it, the latest first. */
export function useKeptTexts({ report, tabId, tasks, storedContent }: KeptTextsSetting) {
  const [kept, setKept] = useState<readonly KeptText[]>([]);
  const drop = useCallback((gone: KeptText) => {
    void forgetText(gone);
    setKept((all) => all.filter((text) => text !== gone));
  }, []);
  const { id, accountId } = report;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each visit; no task comes or goes meanwhile
  useEffect(() => {
    const isLeft = (text: KeptText) => text.tabId !== tabId && tasks.some(({ taskId }) => taskId === text.taskId);
    void listKeptTexts(accountId, id).then((texts) => setKept(texts.filter(isLeft)));
  }, []);
  // It may be saved yet: the request that a page sends when it is left arrives when it likes.
  useEffect(() => {
    for (const text of kept) if (storedContent(fieldKey(text)) === text.content) drop(text);
  });
  return { kept: kept.filter((text) => storedContent(fieldKey(text)) !== text.content), drop };
}
