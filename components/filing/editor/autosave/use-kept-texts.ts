import { useCallback, useEffect, useState } from 'react';
import { forgetText, type KeptText, listKeptTexts } from '@/components/forms/kept-texts/kept-texts';
import type { FieldContent } from '@/lib/domain/report/entry';
import type { FieldKey } from './field-states';
import { keptFieldKey, keptNamedField, reportPlace } from './report-place';

export type KeptTextsSetting = {
  report: { id: string; accountId: string };
  /** The tab whose own texts are not offered; null for none. */
  tabId: string | null;
  tasks: readonly { taskId: string }[];
  /** The stored content of a field; a kept text equal to it is deleted. */
  storedContent: (key: FieldKey) => FieldContent | undefined;
};

/**
 * Texts that earlier visits of this account typed into this report and could not save, as kept in this browser, the
 * latest first.
 */
export function useKeptTexts({ report, tabId, tasks, storedContent }: KeptTextsSetting) {
  const [kept, setKept] = useState<readonly KeptText[]>([]);
  const drop = useCallback((gone: KeptText) => {
    void forgetText(gone);
    setKept((all) => all.filter((text) => text !== gone));
  }, []);
  const { id, accountId } = report;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each visit; no task comes or goes meanwhile
  useEffect(() => {
    const isLeft = (text: KeptText) =>
      text.tabId !== tabId && tasks.some(({ taskId }) => taskId === keptNamedField(text).taskId);
    void listKeptTexts(accountId, reportPlace(id)).then((texts) => setKept(texts.filter(isLeft)));
  }, []);
  // A kept text may still get saved, because the request sent when a page is left can arrive later.
  useEffect(() => {
    for (const text of kept) if (storedContent(keptFieldKey(text)) === text.content) drop(text);
  });
  return { kept: kept.filter((text) => storedContent(keptFieldKey(text)) !== text.content), drop };
}
