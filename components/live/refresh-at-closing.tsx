'use client';

import { useEffect } from 'react';
import { useTimeLeft } from '@/components/reports/countdown/use-time-left';
import type { Countdown } from '@/lib/domain/deadline/time-left';
import { routes } from '@/lib/routes';
import { useBackgroundRefresh } from './use-background-refresh';

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
