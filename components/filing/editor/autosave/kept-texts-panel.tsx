'use client';

import { useRef } from 'react';
import type { KeptText } from '@/components/forms/kept-texts/kept-texts';
import { Button } from '@/components/ui/button';
import { NoticeBox } from '@/components/ui/notice-box';
import type { FieldContent } from '@/lib/domain/report/entry';
import { contentWords } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { keptFieldKey, keptNamedField } from './report-place';

export const keptTextsAnchor = 'kept-texts';

type KeptTextsProps = {
  kept: readonly KeptText[];
  drop: (kept: KeptText) => void;
  /**
   * Restores a text into its field, if that is unchanged; absent where the report cannot be saved, so that the text can
   * only be copied.
   */
  restore?: (kept: KeptText) => Promise<boolean>;
  tasks: readonly { taskId: string }[];
  /** Moves the focus when the offer of a text is gone. */
  goTo: (kept: KeptText) => void;
};

type OfferProps = { text: KeptText; number: number; restore: (() => void) | undefined; drop: () => void };

function Offer({ text, number, restore, drop }: OfferProps) {
  const t = useT();
  const { field } = keptNamedField(text);
  const name = t('filing.taskField', { number, field: t(`fields.${field}`) });
  return (
    <li className="grid gap-1">
      <p className="font-medium">
        {name}
        <span className="ml-3 text-sm font-normal text-muted">{formatInstant(new Date(text.at))}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be scrollable by keyboard too */}
      <p className="max-h-40 overflow-auto whitespace-pre-wrap" tabIndex={0}>
        {contentWords(t, field, text.content as FieldContent) || t('autosave.empty')}
      </p>
      <p className="flex flex-wrap gap-3">
        {restore && (
          <Button variant="secondary" aria-label={`${t('autosave.restore')}：${name}`} onClick={restore}>
            {t('autosave.restore')}
          </Button>
        )}
        <Button variant="quiet" aria-label={`${t('autosave.discard')}：${name}`} onClick={drop}>
          {t('autosave.discard')}
        </Button>
      </p>
    </li>
  );
}

/** The latest text of each field; earlier ones of the same field stay offered, so that none is overwritten. */
function latest(kept: readonly KeptText[]): KeptText[] {
  return [...new Map(kept.toReversed().map((text) => [keptFieldKey(text), text])).values()];
}

/** Offers texts that an earlier visit left unsaved, with their time, to restore or to discard. */
export function KeptTextsPanel({ kept, tasks, restore, drop, goTo }: KeptTextsProps) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  if (kept.length === 0) return null;
  const finish = (gone: readonly KeptText[]) => {
    gone.forEach(drop);
    const [first] = gone;
    if (first && gone.length === kept.length) goTo(first);
    else box.current?.focus();
  };
  const putBack = async (texts: readonly KeptText[]) => {
    const back: KeptText[] = [];
    for (const text of texts) if (await restore?.(text)) back.push(text);
    finish(back);
  };
  return (
    <section
      ref={box}
      id={keptTextsAnchor}
      tabIndex={-1}
      aria-label={t('autosave.keptTexts')}
      className="no-print mb-6 scroll-mt-6"
    >
      <NoticeBox
        tone="warning"
        title={t(restore ? 'autosave.offer' : 'autosave.leftover', { count: kept.length })}
        live
      >
        <ul className="mt-2 grid gap-3">
          {kept.map((text) => (
            <Offer
              key={`${text.tabId} ${keptFieldKey(text)}`}
              text={text}
              number={tasks.findIndex(({ taskId }) => taskId === keptNamedField(text).taskId) + 1}
              restore={restore && (() => putBack([text]))}
              drop={() => finish([text])}
            />
          ))}
        </ul>
        {restore && kept.length > 1 && (
          <Button className="mt-4" onClick={() => putBack(latest(kept))}>
            {t('autosave.restoreAll')}
          </Button>
        )}
      </NoticeBox>
    </section>
  );
}
