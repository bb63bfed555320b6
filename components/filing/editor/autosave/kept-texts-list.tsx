'use client';

import type { KeptText } from '@/components/forms/kept-texts/kept-texts';
import { Button } from '@/components/ui/button';
import type { EntryForm } from '@/lib/domain/report/entry';
import { contentWords, fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';
import { keptNamedField } from './kept-field';

type KeptTextsListProps = {
  kept: readonly KeptText[];
  tasks: readonly { taskId: string; taskCode: string }[];
  form: EntryForm;
  drop: (kept: KeptText) => void;
};

/** Texts that are kept in this browser and not stored, with their time, to be copied or dropped. */
export function KeptTextsList({ kept, tasks, form, drop }: KeptTextsListProps) {
  const t = useT();
  const nameOf = (text: KeptText) => {
    const { taskId, field } = keptNamedField(text);
    const number = taskNumber(tasks.find((task) => task.taskId === taskId)?.taskCode ?? '');
    return t('filing.taskField', { number, field: fieldLabel(t, form, field) });
  };
  return (
    <ul className="mt-2 grid gap-3">
      {kept.map((text) => (
        <li key={`${text.tabId} ${text.field}`} className="grid gap-1">
          <p className="font-medium">
            {nameOf(text)}
            <span className="ml-3 text-sm font-normal text-muted">{formatInstant(new Date(text.at))}</span>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be scrollable by keyboard too */}
          <p className="max-h-40 overflow-auto whitespace-pre-wrap" tabIndex={0}>
            {contentWords(t, form, keptNamedField(text).field, text.content) || t('autosave.empty')}
          </p>
          <p>
            <Button
              variant="secondary"
              aria-label={`${t('autosave.discard')}：${nameOf(text)}`}
              onClick={() => drop(text)}
            >
              {t('autosave.discard')}
            </Button>
          </p>
        </li>
      ))}
    </ul>
  );
}
