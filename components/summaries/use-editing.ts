'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FormState } from '@/lib/schemas/form-state';

/** The values of a form, with the version at which they were read. */
type Stored = { version: number };

type Editing<Of> = {
  details: RefObject<HTMLDetailsElement | null>;
  /** The initial values of the fields; their version is the fields' key. */
  base: Of;
  /** The version that the form submits. */
  version: number;
  onInput: () => void;
  onToggle: () => void;
};

/**
 * A collapsed form. It submits the version at which it was opened, although the page may meanwhile show what others
 * stored; overwriting that takes a refusal first, which keeps the typed text and shows theirs.
 */
export function useEditing<Of extends Stored>(stored: Of, state: FormState): Editing<Of> {
  const details = useRef<HTMLDetailsElement>(null);
  const isTouched = useRef(false);
  const [base, setBase] = useState(stored);
  useEffect(() => {
    if (state.status !== 'done') return;
    isTouched.current = false;
    const step = details.current;
    if (!step?.open) return;
    const stood = step.contains(document.activeElement);
    step.open = false;
    if (stood) step.querySelector('summary')?.focus();
  }, [state]);
  return {
    details,
    base,
    version: isStaleAnswer(state) ? stored.version : base.version,
    onInput: () => {
      isTouched.current = true;
    },
    onToggle: () => {
      if (details.current?.open && !isTouched.current) setBase(stored);
    },
  };
}

/** Says whether a form was refused because somebody else has stored another content since. */
export function isStaleAnswer(state: FormState): boolean {
  return state.status === 'refused' && state.refusal.code === 'stale';
}

/** Says whether a form has a problem to show, so that it is open also without scripts. */
export function hasProblem(state: FormState): boolean {
  return state.status !== 'idle' && state.status !== 'done';
}
