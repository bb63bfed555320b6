'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { newTabId } from '@/components/forms/kept-texts/tab-id';
import { EventLine } from '@/components/live/event-line';
import type { LiveNews } from '@/components/live/live-line';
import type { Writer } from '@/lib/schemas/live';

type NewsOptions = {
  /** The stream of one report. */
  address: string;
  /** The newest event that the page shows; without it, only events after the connection are received. */
  after?: string;
  onChanged(news: LiveNews): void;
  onConnected?(): void;
};

/** Listens to one report without writing in it: who else of one's own side has it open, and its events. */
export function useReportNews({ address, after, onChanged, onConnected }: NewsOptions) {
  const [others, setOthers] = useState<readonly Writer[]>([]);
  const [isElsewhere, setElsewhere] = useState(false);
  const [first] = useState(after);
  const changed = useEffectEvent(onChanged);
  const greeted = useEffectEvent(() => onConnected?.());
  useEffect(() => {
    const tab = newTabId();
    const line = new EventLine({
      address: (heard) => `${address}?${new URLSearchParams({ tab, ...(heard && { after: heard }) })}`,
      after: first,
      handlers: { writers: setOthers, 'report-changed': (news: LiveNews) => changed(news) },
      became: (state) => {
        setElsewhere(state === 'elsewhere');
        if (state === 'away') setOthers([]);
        else greeted();
      },
    });
    return () => line.close();
  }, [address, first]);
  return { others, isElsewhere };
}
