'use client';

import { useState, useTransition } from 'react';
import { problemSentence } from '@/components/forms/form-problem';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import { editImportAction } from '@/lib/plans/import/actions';
import { type FormState, idle } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';

/** Sends single changes of a file; the page is read again after each of them. */
export function useEdit(importId: string) {
  const t = useT();
  const [state, setState] = useState<FormState>(idle);
  const [isPending, startTransition] = useTransition();
  const edit = (change: DraftEdit, was?: string, done?: () => void) => {
    const form = new FormData();
    form.set('importId', importId);
    form.set('edit', JSON.stringify(change));
    if (was !== undefined) form.set('was', was);
    startTransition(async () => {
      // Without an answer the text stays where it was typed.
      const next = await editImportAction(idle, form).catch(
        (): FormState => ({ status: 'failed', reference: '', values: {} }),
      );
      startTransition(() => {
        setState(next);
        if (next.status === 'done') done?.();
      });
    });
  };
  const isProblem = state.status !== 'idle' && state.status !== 'done';
  return { edit, isPending, problem: isProblem ? problemSentence(t, state) : null };
}
