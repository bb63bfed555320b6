'use client';

import { createContext, type ReactNode, useActionState, useContext, useRef, useState } from 'react';
import { fieldError } from '@/components/filing/field-error';
import { TextAreaField } from '@/components/ui/field';
import { t } from '@/lib/messages/translator';
import { returnReportAction } from '@/lib/reviews/actions';
import { type FormState, idle, typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';

export const returnFormId = 'return-form';

type ReturnForm = {
  state: FormState;
  dispatch: (formData: FormData) => void;
  /** Tasks under which a reason stands. */
  written: ReadonlySet<string>;
  note: (taskId: string, hasReason: boolean) => void;
};

const ReturnContext = createContext<ReturnForm | null>(null);

export function useReturnForm(): ReturnForm {
  const form = useContext(ReturnContext);
  if (!form) throw new Error('A part of the return form stands outside ReturnReasons.');
  return form;
}

/** Holds the return form together: its reasons stand beside the tasks, its button at the end of the page. */
export function ReturnReasons({ children }: { children: ReactNode }) {
  const [state, dispatch] = useActionState(returnReportAction, idle);
  const tasks = useRef(new Set<string>());
  const [written, setWritten] = useState<ReadonlySet<string>>(new Set());
  const note = (taskId: string, hasReason: boolean) => {
    if (tasks.current.has(taskId) === hasReason) return;
    if (hasReason) tasks.current.add(taskId);
    else tasks.current.delete(taskId);
    setWritten(new Set(tasks.current));
  };
  return <ReturnContext value={{ state, dispatch, written, note }}>{children}</ReturnContext>;
}

/** Where the reviewer writes, under a task, what is to be mended. */
export function ReturnReasonField({ index, taskId, taskCode }: { index: number; taskId: string; taskCode: string }) {
  const { state, note } = useReturnForm();
  const name = `reasons[${index}].text`;
  return (
    <div className="no-print -mx-5 -mb-5 rounded-b-lg border-t border-line bg-ground px-5 py-4 md:-mx-6 md:-mb-6 md:px-6">
      <input type="hidden" form={returnFormId} name={`reasons[${index}].taskId`} value={taskId} />
      <TextAreaField
        form={returnFormId}
        name={name}
        id={`reason-${taskCode}`}
        label={t('review.decision.reasonOf', { code: taskCode })}
        rows={2}
        limit={reviewReasonLimit}
        defaultValue={typedIn(state)[name]}
        error={fieldError(state, name)}
        onInput={(event) => note(taskId, event.currentTarget.value.trim() !== '')}
      />
    </div>
  );
}
