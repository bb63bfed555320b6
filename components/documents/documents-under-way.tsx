'use client';

import type { Route } from 'next';
import { useEffect } from 'react';
import { useUnaskedRefresh } from '@/components/live/use-unasked-refresh';
import { t } from '@/lib/text/translator';

/** Milliseconds between two looks. */
const rhythm = 1_500;

/** How many documents are being written. The page looks again by itself until all are, and by a link without scripts. */
export function DocumentsUnderWay({ count, address }: { count: number; address: Route }) {
  const { refresh, isPending } = useUnaskedRefresh();
  useEffect(() => {
    if (count === 0 || isPending) return;
    const timer = setInterval(refresh, rhythm);
    return () => clearInterval(timer);
  }, [count, isPending, refresh]);
  return (
    <div className="mb-3 flex flex-wrap gap-x-4">
      <p role="status">{t('documentDesk.underWay', { count })}</p>
      {count > 0 && (
        <a href={address} className="link">
          {t('documentDesk.look')}
        </a>
      )}
    </div>
  );
}
