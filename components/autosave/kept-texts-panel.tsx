'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { NoticeBox } from '@/components/ui/notice-box';
import { formatInstant } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { type FieldKey, fieldKey } from './field-key';
import { forgetText, type KeptText, listKeptTexts } from './kept-texts';

type KeptTextsProps = {
  report: { id: string; accountId: string };
  tabId: string;
  tasks: readonly { taskId: string }[];
  /** What is stored of a field; a kept text that says the same is forgotten. */
  storedContent: (key: FieldKey) => unknown;
  /** Puts a text back into its field; absent where the report cannot be saved, then the text can only be copied. */
  restore?: (kept: KeptText) => void;
};

/** What earlier visits of this account typed into this report and could not save, as this browser keeps it. */
function useKeptTexts({ report, tabId, tasks, storedContent }: KeptTextsProps) {
  const [kept, setKept] = useState<KeptText[]>([]);
  const drop = useCallback((gone: KeptText) => {
    void forgetText(gone);
    setKept((all) => all.filter((text) => text !== gone));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each visit
  useEffect(() => {
    void listKeptTexts(report.accountId, report.id).then((texts) => {
      const others = texts.filter((text) => text.tabId !== tabId && tasks.some(({ taskId }) => taskId === text.taskId));
      const isSaved = (text: KeptText) => storedContent(fieldKey(text)) === text.content;
      others.filter(isSaved).forEach((text) => void forgetText(text));
      setKept(others.filter((text) => !isSaved(text)));
    });
  }, []);
  return { kept, drop };
}

function wordsOf({ field, content }: KeptText): string {
  if (typeof content === 'boolean') return t(content ? 'autosave.ticked' : 'autosave.notTicked');
  return field === 'light' && content ? t(`progressLights.${content as 'normal'}`) : String(content ?? '');
}

function fieldWords({ field }: KeptText): string {
  return field === 'noProgress' || field === 'noProblems' ? t(`filing.editor.${field}`) : t(`fields.${field}`);
}

/** Offers what an earlier visit left unsaved, with its time: to put back, or to throw away. */
export function KeptTextsPanel(props: KeptTextsProps) {
  const { kept, drop } = useKeptTexts(props);
  const { restore, tasks } = props;
  if (kept.length === 0) return null;
  const putBack = (text: KeptText) => {
    restore?.(text);
    drop(text);
  };
  return (
    <div className="no-print mb-6">
      <NoticeBox
        tone="warning"
        title={t(restore ? 'autosave.offer' : 'autosave.leftover', { count: kept.length })}
        live
      >
        <ul className="mt-2 grid gap-3">
          {kept.map((text) => (
            <li key={`${text.tabId} ${fieldKey(text)}`} className="grid gap-1">
              <p className="font-medium">
                {t('filing.taskField', {
                  number: tasks.findIndex(({ taskId }) => taskId === text.taskId) + 1,
                  field: fieldWords(text),
                })}
                <span className="ml-3 text-sm font-normal text-muted">{formatInstant(new Date(text.at))}</span>
              </p>
              <p className="max-h-40 overflow-auto whitespace-pre-wrap" tabIndex={restore ? undefined : 0}>
                {wordsOf(text)}
              </p>
              <p className="flex flex-wrap gap-3">
                {restore && (
                  <Button type="button" variant="secondary" onClick={() => putBack(text)}>
                    {t('autosave.restore')}
                  </Button>
                )}
                <Button type="button" variant="quiet" onClick={() => drop(text)}>
                  {t('autosave.discard')}
                </Button>
              </p>
            </li>
          ))}
        </ul>
        {restore && kept.length > 1 && (
          <Button type="button" className="mt-4" onClick={() => kept.toReversed().forEach(putBack)}>
            {t('autosave.restoreAll')}
          </Button>
        )}
      </NoticeBox>
    </div>
  );
}
