'use client';

import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { fieldError } from '@/components/forms/field-error';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextAreaField } from '@/components/ui/field';
import type { EntryForm, Section } from '@/lib/domain/report/entry';
import { returnReportAction } from '@/lib/review/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-t';
import { reasonId, reasonLabel, reasonName } from './return-reason-names';

export const returnFormId = 'return-form';

type ReturnForm = Pick<ReturnType<typeof useFormAction>, 'state' | 'action' | 'onSubmit' | 'kept'> & {
  /** The form with which the report was filed. */
  entryForm: EntryForm;
  /** The names of the fields that contain a reason. */
  written: ReadonlySet<string>;
  note: (name: string, hasReason: boolean) => void;
};

const ReturnContext = createContext<ReturnForm | null>(null);

export function useReturnForm(): ReturnForm {
  const form = useContext(ReturnContext);
  if (!form) throw new Error('A part of the return form stands outside ReturnReasons.');
  return form;
}

type ReturnReasonsProps = { reportId: string; entryForm: EntryForm; children: ReactNode };

/** The context of the return form, whose reasons are beside the tasks and whose button is at the end of the page. */
export function ReturnReasons({ reportId, entryForm, children }: ReturnReasonsProps) {
  const { state, action, onSubmit, kept } = useFormAction(returnReportAction, { place: `return/${reportId}` });
  const names = useRef(new Set<string>());
  const [written, setWritten] = useState<ReadonlySet<string>>(new Set());
  const note = (name: string, hasReason: boolean) => {
    if (names.current.has(name) === hasReason) return;
    if (hasReason) names.current.add(name);
    else names.current.delete(name);
    setWritten(new Set(names.current));
  };
  return <ReturnContext value={{ entryForm, state, action, onSubmit, kept, written, note }}>{children}</ReturnContext>;
}

type ReasonFieldProps = { index: number; taskId: string; taskCode: string; section: Section | null };

/** One reason, about a task as a whole or one of its sections. */
export function ReasonField({ index, taskId, taskCode, section }: ReasonFieldProps) {
  const t = useT();
  const { entryForm, state, note } = useReturnForm();
  const reason = reasonName(entryForm, index, section);
  const name = `${reason}.text`;
  return (
    <>
      <input type="hidden" form={returnFormId} name={`${reason}.taskId`} value={taskId} />
      {section && <input type="hidden" form={returnFormId} name={`${reason}.section`} value={section} />}
      <TextAreaField
        form={returnFormId}
        name={name}
        id={reasonId(taskCode, section)}
        label={reasonLabel(t, entryForm, taskCode, section)}
        rows={2}
        limit={reviewReasonLimit}
        defaultValue={typedIn(state)[name]}
        error={fieldError(t, state, name)}
        onInput={(event) => note(name, event.currentTarget.value.trim() !== '')}
      />
    </>
  );
}

/** The field below a task for the correction required in it as a whole. */
export function ReturnReasonField(props: Omit<ReasonFieldProps, 'section'>) {
  return (
    <div className="no-print -mx-5 -mb-5 rounded-b-lg border-t border-line bg-ground px-5 py-4 md:-mx-6 md:-mb-6 md:px-6">
      <ReasonField {...props} section={null} />
    </div>
  );
}
