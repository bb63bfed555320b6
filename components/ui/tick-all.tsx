'use client';

import { useEffect, useState } from 'react';
import { useT } from '@/lib/text/use-t';

/** Ticks all boxes of a name on the page, or none; only shown once it works. */
export function TickAll({ name }: { name: string }) {
  const t = useT();
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isReady) return null;
  const tick = (isTicked: boolean) => {
    for (const box of document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)) {
      box.checked = isTicked;
    }
  };
  return (
    <label className="no-print flex min-h-9 w-fit items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-accent"
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      {t('ui.tickAll')}
    </label>
  );
}
