'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Writer } from '@/lib/domain/live';
import { routes } from '@/lib/routes';
import { LiveLine, type LiveNews, type SavedNews } from './live-line';

type LiveReportOptions = {
  reportId: string;
  /** The name of this tab, from `newTabId`. */
  tabId: string;
  /** The text was saved: by this tab too, so that whoever hears it compares versions. */
  onSaved?: (news: SavedNews) => void;
  /** Anything else was recorded of the report: its status moved, an extension was decided, a file came. */
  onReportChanged?: (news: LiveNews) => void;
};

/** Who else has this report open, and in which task; `announce` says where the reader writes. */
export function useLiveReport({ reportId, tabId, onSaved, onReportChanged }: LiveReportOptions) {
  const [writers, setWriters] = useState<readonly Writer[]>([]);
  const [isConnected, setConnected] = useState(false);
  const line = useRef<LiveLine | null>(null);
  const saved = useEffectEvent((news: SavedNews) => onSaved?.(news));
  const reportChanged = useEffectEvent((news: LiveNews) => onReportChanged?.(news));
  useEffect(() => {
    const ears = { writers: setWriters, connected: setConnected, saved, reportChanged };
    const opened = new LiveLine(routes.liveReport(reportId), tabId, ears);
    line.current = opened;
    return () => opened.close();
  }, [reportId, tabId]);
  const announce = useCallback((taskId: string | null) => line.current?.announce(taskId), []);
  return { writers, announce, isConnected };
}
