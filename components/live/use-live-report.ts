'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { routes } from '@/lib/routes';
import type { Writer } from '@/lib/schemas/live';
import type { LineState } from './event-line';
import { LiveLine, type LiveNews, type SavedNews } from './live-line';

type LiveReportOptions = {
  reportId: string;
  /** The id of this tab, from `newTabId`. */
  tabId: string;
  /** The text was saved, possibly by this tab, so the handler has to compare versions. */
  onSaved?: (news: SavedNews) => void;
  /** Anything else was recorded: the status changed, an extension was decided, a file was added. */
  onReportChanged?: (news: LiveNews) => void;
};

/**
 * Gives the others who have this report open, with their tasks; `announce` reports the task that the reader is editing.
 */
export function useLiveReport({ reportId, tabId, onSaved, onReportChanged }: LiveReportOptions) {
  const [writers, setWriters] = useState<readonly Writer[]>([]);
  const [state, became] = useState<LineState>('away');
  const line = useRef<LiveLine | null>(null);
  const saved = useEffectEvent((news: SavedNews) => onSaved?.(news));
  const reportChanged = useEffectEvent((news: LiveNews) => onReportChanged?.(news));
  useEffect(() => {
    const handlers = { writers: setWriters, became, saved, reportChanged };
    const opened = new LiveLine(routes.liveReport(reportId), tabId, handlers);
    line.current = opened;
    return () => opened.close();
  }, [reportId, tabId]);
  const announce = useCallback((taskId: string | null) => line.current?.announce(taskId), []);
  return { writers, announce, state };
}
