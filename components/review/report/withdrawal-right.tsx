'use client';

import { type ReactNode, useState } from 'react';
import { useBackgroundRefresh } from '@/components/live/use-background-refresh';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { routes } from '@/lib/routes';
import { useReportNews } from './use-report-news';

type WithdrawalRightProps = {
  reportId: string;
  /** The reason why the report cannot be withdrawn, as the page shows it; null as long as it can. */
  why: string | null;
  /** The form that withdraws. */
  children: ReactNode;
};

/**
 * Listens while the form is shown; it also refreshes on connecting, because of events between rendering and the
 * connection.
 */
function Watch({ reportId, refresh }: { reportId: string; refresh: () => void }) {
  useReportNews({ address: routes.liveReport(reportId), onChanged: refresh, onConnected: refresh });
  return null;
}

/** The form that withdraws, which disappears by itself when withdrawal is no longer possible, and gives the reason. */
export function WithdrawalRight({ reportId, why, children }: WithdrawalRightProps) {
  const { refresh, isPending } = useBackgroundRefresh();
  const [wasOpen] = useState(why === null);
  const sentenceId = `withdrawal-${reportId}`;
  useKeptFocus(isPending, sentenceId);
  return (
    <>
      {why === null && (
        <>
          <Watch reportId={reportId} refresh={refresh} />
          {children}
        </>
      )}
      {wasOpen && (
        <p id={sentenceId} role="status" tabIndex={-1} className="sr-only">
          {why}
        </p>
      )}
    </>
  );
}
