'use client';

import { useState } from 'react';
import { useT } from '@/lib/text/use-t';
import { Button } from './button';

/** Copies the text beside it; where the browser refuses, that text can still be selected. */
export function CopyButton({ text }: { text: string }) {
  const t = useT();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('notCopied');
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="secondary" onClick={copy}>
        {t('calendar.subscription.copy')}
      </Button>
      <p role="status" className="text-sm text-muted">
        {outcome && t(`calendar.subscription.${outcome}`)}
      </p>
    </div>
  );
}
