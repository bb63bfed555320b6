'use client';

import { useEffect } from 'react';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { t } from '@/lib/text/translator';
import { moveWords } from './move-words';
import { useOverview } from './use-overview';

/** Milliseconds after the turn, for clocks that run apart. */
const grace = 1_000;

type LiveOverviewProps = {
  /** Where the focus goes when what had it is no longer in the list. */
  listId: string;
  /** After how many milliseconds from now on the time that is left must be said anew; a new object at every reading. */
  turn: { milliseconds: number };
};

/** Keeps the overview as it is by now, and says in words what came in. */
export function LiveOverview({ listId, turn }: LiveOverviewProps) {
  const { moves, isConnected, isPending, refresh } = useOverview();
  useKeptFocus(isPending, listId);
  useEffect(() => {
    // Without a connection a refresh would lose the page; as soon as there is one, the list is read anew in any case.
    if (!isConnected) return;
    const timer = setTimeout(refresh, turn.milliseconds + grace);
    return () => clearTimeout(timer);
  }, [turn, refresh, isConnected]);
  return (
    <div aria-busy={isPending} className="no-print -my-2 flex min-h-7 flex-wrap items-baseline gap-x-4 text-sm">
      {isConnected !== null && (
        <span className={isConnected ? 'text-muted' : 'text-warning'}>
          <span
            aria-hidden="true"
            className={`mr-2 inline-block size-2 rounded-full ${isConnected ? 'bg-success' : 'bg-warning'}`}
          />
          {t(isConnected ? 'reading.live' : 'reading.away')}
        </span>
      )}
      <span role="status" className="font-medium">
        {moveWords(moves)}
      </span>
    </div>
  );
}
