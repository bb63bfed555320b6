'use client';

import { type ReactNode, useState } from 'react';
import { useUnaskedRefresh } from '@/components/live/use-unasked-refresh';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { routes } from '@/lib/routes';
import { useReportNews } from './use-report-news';

type WithdrawalRightProps = {
  reportId: string;
  /** Why the report cannot be withdrawn, as the page says it too; null as long as it can. */
  why: string | null;
  /** The step itself. */
  children: ReactNode;
};

/** Listens as long as the step stands: what was recorded between the page's reading and the connection counts too. */
function Watch({ reportId, refresh }: { reportId: string; refresh: () => void }) {
  useReportNews({ address: routes.liveReport(reportId), onChanged: refresh, onConnected: refresh });
  return null;
}

/** The step of withdrawing, which vanishes by itself when the right to it ends, and says why. */
export function WithdrawalRight({ reportId, why, children }: WithdrawalRightProps) {
  const { refresh, isPending } = useUnaskedRefresh();
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
