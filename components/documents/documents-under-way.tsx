'use client';

import type { Route } from 'next';
import { useEffect } from 'react';
import { useBackgroundRefresh } from '@/components/live/use-background-refresh';
import { useT } from '@/lib/text/use-division-t';

/** Milliseconds between two refreshes. */
const interval = 1_500;

/**
 * The number of documents being written. The page refreshes itself until all are finished; without scripts there is a
 * link.
 */
export function DocumentsUnderWay({ count, address }: { count: number; address: Route }) {
  const t = useT();
  const { refresh, isPending } = useBackgroundRefresh();
  useEffect(() => {
    if (count === 0 || isPending) return;
    const timer = setInterval(refresh, interval);
    return () => clearInterval(timer);
  }, [count, isPending, refresh]);
  return (
    <div className="mb-3 flex flex-wrap gap-x-4">
      <p role="status">{t('documents.desk.underWay', { count })}</p>
      {count > 0 && (
        <a href={address} className="link">
          {t('documents.desk.refresh')}
        </a>
      )}
    </div>
  );
}
