'use client';

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { NoticeBox } from '@/components/ui/notice-box';
import type { FormState } from '@/lib/schemas/form-state';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { FormKeeping } from './form-keeping';
import type { KeptText } from './kept-texts/kept-texts';
import { useUnfinished } from './kept-texts/leaving';
import { useTab } from './kept-texts/tab';

/** The keeping of a form's text, and the answer to its last submission; null for a form that keeps nothing. */
export type Kept = { keeping: FormKeeping; state: FormState } | null;

type OfferProps = { text: KeptText; label: string; settle: (isUsed: boolean) => void };

function Offer({ text, label, settle }: OfferProps) {
  const t = useT();
  return (
    <li className="grid gap-1">
      <p className="font-medium">
        {label}
        <span className="ml-3 text-sm font-normal text-muted">{formatInstant(new Date(text.at))}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be scrollable by keyboard too */}
      <p className="max-h-40 overflow-auto whitespace-pre-wrap" tabIndex={0}>
        {String(text.content)}
      </p>
      <p className="flex flex-wrap gap-3">
        <Button variant="secondary" aria-label={t('forms.kept.useNamed', { label })} onClick={() => settle(true)}>
          {t('forms.kept.use')}
        </Button>
        <Button variant="quiet" aria-label={t('forms.kept.discardNamed', { label })} onClick={() => settle(false)}>
          {t('forms.kept.discard')}
        </Button>
      </p>
    </li>
  );
}

function KeptLines({ keeping, state }: NonNullable<Kept>) {
  const t = useT();
  const anchor = useRef<HTMLDivElement>(null);
  const first = useRef(state);
  const tabId = useTab();
  useEffect(() => {
    const form = anchor.current?.closest('form');
    return form ? keeping.attach(form, tabId, 'values' in first.current) : undefined;
  }, [keeping, tabId]);
  // Text typed while the answer was awaited would be cleared with the form.
  useEffect(() => {
    if (state.status === 'done') void keeping.restore(new AbortController().signal);
  }, [keeping, state]);
  useUnfinished(
    useMemo(() => ({ question: () => (keeping.wouldLose() ? t('autosave.leaveUnkept') : null) }), [keeping, t]),
  );
  const { putBack, offered } = useSyncExternalStore(keeping.subscribe, keeping.kept, FormKeeping.none);
  return (
    <div ref={anchor} className="no-print grid gap-3 empty:hidden">
      {putBack.length > 0 && (
        <p role="status" className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {t('forms.kept.putBack')}
          <button type="button" className="link cursor-pointer" onClick={() => keeping.discardPutBack()}>
            {t('forms.kept.discard')}
          </button>
        </p>
      )}
      {offered.length > 0 && (
        <NoticeBox tone="warning" title={t('forms.kept.offered')} live>
          <ul className="mt-2 grid gap-3">
            {offered.map((text) => (
              <Offer
                key={`${text.tabId} ${text.field}`}
                text={text}
                label={keeping.labelOf(text.field)}
                settle={(isUsed) => keeping.settle(text, isUsed)}
              />
            ))}
          </ul>
        </NoticeBox>
      )}
    </div>
  );
}

/** Stands in a form that keeps its text: puts back what an earlier visit left unsaved, and says so. */
export function KeptNotice({ kept }: { kept: Kept }) {
  return kept && <KeptLines {...kept} />;
}
