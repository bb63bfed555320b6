'use client';

import { type ReactNode, useEffect } from 'react';
import { useBackgroundRefresh } from '@/components/live/use-background-refresh';
import type { Countdown } from '@/lib/domain/deadline/time-left';
import { routes } from '@/lib/routes';
import { useTimeLeft } from './use-time-left';

type AtClosingProps = {
  countdown: Countdown;
  /** Shown as long as the report can be filed, also late. */
  before?: ReactNode;
  /** Shown from the closing instant on. */
  after?: ReactNode;
};

/** Changes what an open page shows at the closing instant, whether or not the portal can be reached then. */
export function AtClosing({ countdown, before, after }: AtClosingProps) {
  const { kind } = useTimeLeft(countdown);
  return (
    <>
      {kind !== 'closed' && before}
      {(kind === 'closed' || kind === 'late-filing') && after}
    </>
  );
}

/** Whether the account is still signed in: a refresh that nobody asked for must not lead to the sign-in page. */
const isSignedIn = (reportId: string) =>
  fetch(routes.reportFields(reportId), { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Has the portal render the page again when the form closes, so that its buttons are those of a closed report. */
export function RefreshAtClosing({ reportId, countdown }: { reportId: string; countdown: Countdown }) {
  const { refresh } = useBackgroundRefresh();
  const isClosed = ['closed', 'late-filing'].includes(useTimeLeft(countdown).kind);
  const wasClosed = countdown.at >= countdown.closesAt;
  useEffect(() => {
    if (!isClosed || wasClosed) return;
    void isSignedIn(reportId).then((isThere) => isThere && refresh());
  }, [isClosed, wasClosed, reportId, refresh]);
  return null;
}
