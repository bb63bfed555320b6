'use client';

import type { ReactNode } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { unlockSignInAction } from '@/lib/accounts/locks/actions';

/** The form around the list of locks; each of its buttons lifts one. */
export function UnlockForm({ children }: { children: ReactNode }) {
  const { state, action, onSubmit } = useFormAction(unlockSignInAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      {children}
    </form>
  );
}
