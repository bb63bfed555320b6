'use client';

import type { ReactNode } from 'react';
import type { Countdown } from '@/lib/domain/deadline/time-left';
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
