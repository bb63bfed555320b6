'use client';

import { useEffect, useState } from 'react';
import { useT } from '@/lib/text/use-t';

/** Ticks all boxes of its form that match a selector, or none; only shown once it works. */
export function TickAll({ boxes }: { boxes: string }) {
  const t = useT();
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isReady) return null;
  const tick = ({ checked, form }: HTMLInputElement) => {
    for (const box of form?.elements ?? []) if (box.matches(boxes)) (box as HTMLInputElement).checked = checked;
  };
  return (
    <label className="no-print flex min-h-9 w-fit items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-accent"
        onChange={(event) => tick(event.currentTarget)}
      />
      {t('ui.tickAll')}
    </label>
  );
}
