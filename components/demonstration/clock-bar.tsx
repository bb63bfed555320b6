'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { moveClockAction } from '@/lib/demonstration/actions';
import type { ClockMove } from '@/lib/domain/demonstration';
import { idle } from '@/lib/schemas/form-state';
import { formatExactInstant } from '@/lib/text/format';

const clockAddress = '/demonstration/clock';

/** The portal's running time, fetched when the page opens and after each move of the clock. */
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

type ClockBarProps = {
  words: { title: string; clock: string };
  moves: { move: ClockMove; label: string }[];
};

export function ClockBar({ words, moves }: ClockBarProps) {
  const { state, action, onSubmit, isPending } = useFormAction(moveClockAction, nothingTyped);
  const now = usePortalClock(`${usePathname()} ${state === idle ? '' : JSON.stringify(state)}${isPending}`);
  return (
    <section aria-label={words.title} className="demonstration-bar">
      <p>
        <strong>{words.title}</strong>
        {now && (
          <>
            {' '}
            {words.clock}{' '}
            <time className="tabular-nums" dateTime={now.toISOString()}>
              {formatExactInstant(now)}
            </time>
          </>
        )}
      </p>
      <form action={action} onSubmit={onSubmit} className="flex flex-wrap gap-2">
        {moves.map(({ move, label }) => (
          <button key={move} type="submit" name="move" value={move} disabled={isPending} className="demonstration-move">
            {label}
          </button>
        ))}
      </form>
    </section>
  );
}
