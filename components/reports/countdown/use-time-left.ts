import { useEffect, useState } from 'react';
import { portalTime } from '@/components/reports/countdown/portal-clock';
import { type Countdown, type TimeLeft, timeLeftAt } from '@/lib/domain/deadline/time-left';

/** Milliseconds between two readings: a single timer would come late in a browser that slept or was hidden. */
const every = 1_000;

const isSame = (one: TimeLeft, other: TimeLeft) => JSON.stringify(one) === JSON.stringify(other);

/** Gives the time left now, for as long as the page is open. */
export function useTimeLeft(countdown: Countdown): TimeLeft {
  const [left, setLeft] = useState(() => timeLeftAt(countdown, countdown.at));
  useEffect(() => {
    const update = () => {
      const now = timeLeftAt(countdown, portalTime(countdown.at));
      setLeft((shown) => (isSame(shown, now) ? shown : now));
    };
    update();
    const timer = setInterval(update, every);
    return () => clearInterval(timer);
  }, [countdown]);
  return left;
}
