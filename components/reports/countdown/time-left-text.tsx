'use client';

import { timeLeftWords, urgencyOf } from '@/components/reports/time-left-words';
import type { Countdown } from '@/lib/domain/deadline/time-left';
import { useT } from '@/lib/text/use-t';
import { useTimeLeft } from './use-time-left';

/** The time left in words, which counts down while the page is open. */
export function TimeLeftText({ countdown }: { countdown: Countdown }) {
  const t = useT();
  const left = useTimeLeft(countdown);
  return (
    <strong data-time-left className={`font-semibold ${urgencyOf(left) === 'gone' ? 'text-danger' : ''}`}>
      {timeLeftWords(t, left)}
    </strong>
  );
}
