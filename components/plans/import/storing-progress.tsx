'use client';

import { useEffect } from 'react';
import { useBackgroundRefresh } from '@/components/live/use-background-refresh';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

/** Milliseconds between two looks at a job. */
const interval = 1_500;

/** The tasks of a file that a job has stored so far; the page refreshes itself until all are stored. */
export function StoringProgress({ id, done, total }: { id: string; done: number; total: number }) {
  const t = useT();
  const { refresh, isPending } = useBackgroundRefresh();
  useEffect(() => {
    if (isPending) return;
    const timer = setInterval(refresh, interval);
    return () => clearInterval(timer);
  }, [isPending, refresh]);
  const words = t('imports.store.storing', { done, total });
  return (
    <div className="grid justify-items-start gap-2">
      <p role="status">{words}</p>
      <progress className="w-60" max={total} value={done} aria-label={words} />
      <a href={routes.planImport(id)} className="link">
        {t('imports.store.refresh')}
      </a>
    </div>
  );
}
