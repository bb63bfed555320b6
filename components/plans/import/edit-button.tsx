'use client';

import type { ReactNode } from 'react';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import { useT } from '@/lib/text/use-division-t';
import { useEdit } from './use-edit';

type EditButtonProps = { importId: string; change: DraftEdit; label?: string; children: ReactNode };

/** Makes one change of a file by one press. */
export function EditButton({ importId, change, label, children }: EditButtonProps) {
  const t = useT();
  const { edit, isPending, problem } = useEdit(importId);
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-disabled={isPending || undefined}
        onClick={() => !isPending && edit(change)}
        className="link min-h-6 cursor-pointer text-left text-sm"
      >
        {isPending ? t('imports.preview.saving') : children}
      </button>
      {problem && (
        <span role="alert" className="text-sm text-danger">
          {problem}
        </span>
      )}
    </>
  );
}
