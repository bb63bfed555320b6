'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FormState } from '@/lib/schemas/form-state';

/** What a form is filled with, under the version that it was read at. */
type Stored = { version: number };

type Editing<Of> = {
  details: RefObject<HTMLDetailsElement | null>;
  /** What the fields begin with; its version is their key. */
  base: Of;
  /** The version that the form answers to. */
  version: number;
  onInput: () => void;
  onToggle: () => void;
};

/**
 * A form behind a step that opens it. It answers to what stood there when it was opened: the page may show meanwhile what
 * others stored, and to write over that takes a refusal first, which leaves what was typed and shows theirs.
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
    version: state.status === 'refused' ? stored.version : base.version,
    onInput: () => {
      isTouched.current = true;
    },
    onToggle: () => {
      if (details.current?.open && !isTouched.current) setBase(stored);
    },
  };
}

/** Whether a form has something to say, so that its step stands open also without any script. */
export function hasProblem(state: FormState): boolean {
  return state.status !== 'idle' && state.status !== 'done';
}
