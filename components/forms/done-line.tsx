'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FormState } from '@/lib/schemas/form-state';

/** Confirms that a form is done, and takes the focus each time, because the button may be gone or far away. */
export function DoneLine({ state, children }: { state: FormState; children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.status === 'done') line.current?.focus();
  }, [state]);
  return (
    <p ref={line} tabIndex={-1} role="status" className="font-medium text-success empty:hidden">
      {state.status === 'done' ? children : ''}
    </p>
  );
}

/** Counts how often a form was done; used as the key of its fields, it clears them for the next time. */
export function useRound(state: FormState): number {
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (state.status === 'done') setRound((before) => before + 1);
  }, [state]);
  return round;
}
