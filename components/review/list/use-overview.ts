'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { bundled } from '@/components/live/bundled';
import { EventLine, type LineState } from '@/components/live/event-line';
import { useBackgroundRefresh } from '@/components/live/use-background-refresh';
import type { ReportName } from '@/lib/live/data';
import { routes } from '@/lib/routes';

/** A report whose row has changed: the event, its agency and its period. */
export type Move = { reportId: string; name: string } & ReportName;

/** Milliseconds; changes within one interval are read and announced together. */
const interval = 1_000;

/** Gives the latest changes of the list of all reports, and refreshes the list, at most once a second. */
export function useOverview() {
  const { refresh, isPending } = useBackgroundRefresh();
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [state, setState] = useState<LineState | null>(null);
  const heard = useRef<Move[]>([]);
  const read = useEffectEvent(() => {
    if (heard.current.length > 0) setMoves(heard.current.splice(0));
    refresh();
  });
  useEffect(() => {
    const readSoon = bundled(() => read(), interval);
    const line = new EventLine({
      address: routes.liveOverview,
      handlers: {
        'report-moved': (move: Move) => {
          heard.current.push(move);
          readSoon();
        },
      },
      became: (now) => {
        setState(now);
        // Changes before the connection were not sent.
        if (now !== 'away') readSoon();
      },
    });
    return () => {
      line.close();
      readSoon.cancel();
    };
  }, []);
  return { moves, state, isPending, refresh };
}
