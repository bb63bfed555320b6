'use client';

import { useEffect } from 'react';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { useT } from '@/lib/text/use-division-t';
import { moveWords } from './move-words';
import { useOverview } from './use-overview';

/** Milliseconds added to the turn, because clocks differ. */
const grace = 1_000;

type LiveOverviewProps = {
  /** Id of the element that takes the focus when the focused row disappears from the list. */
  listId: string;
  /** Milliseconds from now until the time left has to be updated; a new object at every render. */
  turn: { milliseconds: number };
};

/** Keeps the overview up to date, and announces the changes in words. */
export function LiveOverview({ listId, turn }: LiveOverviewProps) {
  const t = useT();
  const { moves, state, isPending, refresh } = useOverview();
  const isConnected = state === 'live' || state === 'elsewhere';
  useKeptFocus(isPending, listId);
  useEffect(() => {
    // Without a connection a refresh would lose the page; once it is back, the list is refreshed in any case.
    if (!isConnected) return;
    const timer = setTimeout(refresh, turn.milliseconds + grace);
    return () => clearTimeout(timer);
  }, [turn, refresh, isConnected]);
  return (
    <div aria-busy={isPending} className="no-print -my-2 flex min-h-7 flex-wrap items-baseline gap-x-4 text-sm">
      {state !== null && (
        <span className={isConnected ? 'text-muted' : 'text-warning'}>
          <span
            aria-hidden="true"
            className={`mr-2 inline-block size-2 rounded-full ${isConnected ? 'bg-success' : 'bg-warning'}`}
          />
          {t(`review.updates.${state}`)}
        </span>
      )}
      <span role="status" className="font-medium">
        {moveWords(t, moves)}
      </span>
    </div>
  );
}
