import { useRouter } from 'next/navigation';
import { type FocusEvent, type FormEvent, useEffect, useState } from 'react';
import { useUnfinished } from '@/components/forms/kept-texts/leaving';
import type { useFormAction } from '@/components/forms/use-form-action';
import type { FormAction } from '@/lib/schemas/form-state';
import { DraftAutosave, isStale, type Saving } from './draft-autosave';
import { isStaleAnswer, type useEditing } from './use-editing';

type Setting<Of extends { version: number }> = {
  autosave: FormAction;
  form: ReturnType<typeof useFormAction>;
  editing: ReturnType<typeof useEditing<Of>>;
  /** As the page shows it now. */
  stored: Of;
};

/** Makes a form of a draft save itself. Before scripts run, and whenever its author wants to, it is saved by its button. */
export function useDraftAutosave<Of extends { version: number }>({ autosave, form, editing, stored }: Setting<Of>) {
  const router = useRouter();
  const [saving, setSaving] = useState<Saving>({ kind: 'untouched' });
  const [made] = useState(
    () =>
      new DraftAutosave({
        action: autosave,
        keeping: form.kept?.keeping ?? null,
        show: setSaving,
        reload: router.refresh,
      }),
  );
  const { state, send } = form;
  const isOvertaken = isStale(saving) || isStaleAnswer(state);
  const version = isOvertaken ? stored.version : Math.max(made.version, editing.version);
  useEffect(() => {
    if (state.status === 'done') made.reset();
  }, [state, made]);
  useEffect(() => made.follow(stored), [stored, made]);
  useUnfinished(made);
  const handlers = {
    onInput: (event: FormEvent<HTMLFormElement>) => {
      editing.onInput();
      if (!isOvertaken) made.typed(event.currentTarget);
    },
    /** The page around shows what was saved once its author turns to it. */
    onBlur: (event: FocusEvent<HTMLFormElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget) && made.takeNews()) router.refresh();
    },
    onSubmit: async (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const target = event.currentTarget;
      await made.pause();
      send(isOvertaken ? new FormData(target) : made.dataOf(target));
    },
  };
  return { saving, version, handlers };
}
