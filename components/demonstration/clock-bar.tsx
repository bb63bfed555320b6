'use client';
import { usePathname } from 'next/navigation';
import { useActionState, useEffect, useState } from 'react';
import { moveClockAction } from '@/lib/demonstration/actions';
import { type ClockMove, clockMoves } from '@/lib/domain/demonstration';
import { formatExactInstant } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { idle } from '@/lib/schemas/form-state';

const clockAddress = '/demonstration/clock';

/** The portal's time, ticking; asked of the server when the page opens and after each move. */
function usePortalClock(asked: unknown): Date | null {
  const [clock, setClock] = useState<{ portal: number; local: number } | null>(null);
  const [, tick] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move of the clock asks again
  useEffect(() => {
    const request = new AbortController();
    fetch(clockAddress, { signal: request.signal })
      .then((answer) => answer.json())
      .then(({ now }: { now: string }) => setClock({ portal: Date.parse(now), local: performance.now() }))
      .catch(() => undefined);
    return () => request.abort();
  }, [asked]);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return clock && new Date(clock.portal + performance.now() - clock.local);
}

function MoveButton({ move, isPending }: { move: ClockMove; isPending: boolean }) {
  return (
    <button type="submit" name="move" value={move} disabled={isPending} className="demonstration-move">
      {t(`demonstration.moves.${move}`)}
    </button>
  );
}

export function ClockBar() {
  const [state, action, isPending] = useActionState(moveClockAction, idle);
  const now = usePortalClock(`${usePathname()} ${state === idle ? '' : JSON.stringify(state)}${isPending}`);
  return (
    <section aria-label={t('demonstration.title')} className="demonstration-bar">
      <p>
        <strong>{t('demonstration.title')}</strong> {t('demonstration.clock')}{' '}
        <time className="tabular-nums" dateTime={now?.toISOString()}>
          {now ? formatExactInstant(now) : t('demonstration.clockUnknown')}
        </time>
      </p>
      <form action={action} className="flex flex-wrap gap-2">
        {clockMoves.map((move) => (
          <MoveButton key={move} move={move} isPending={isPending} />
        ))}
      </form>
    </section>
  );
}
