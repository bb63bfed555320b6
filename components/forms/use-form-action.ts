import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';
import { type FormAction, type FormState, type FormValues, idle } from '@/lib/schemas/form-state';

function typedValues(formData: FormData): FormValues {
  const texts = [...formData].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(texts);
}

/** The action's answer; without one (no network, a restarting server), a failure without a reference. */
async function answerOf(action: FormAction, previous: FormState, formData: FormData): Promise<FormState> {
  try {
    return await action(previous, formData);
  } catch (error) {
    // An action redirects by throwing.
    unstable_rethrow(error);
    return { status: 'failed', reference: '', values: typedValues(formData) };
  }
}

/**
 * A form that never loses its text. Before scripts run, `action` posts it and the page is rendered with its state. With
 * scripts, `onSubmit` sends it without the reset that React does after `<form action>`: the typed text stays, including
 * text typed while the answer was awaited, and also when no answer comes.
 */
export function useFormAction(formAction: FormAction) {
  const [posted, action] = useActionState(formAction, idle);
  const [answer, setAnswer] = useState<FormState | null>(null);
  const [isPending, startTransition] = useTransition();
  const state = answer ?? posted;
  const send = (formData: FormData) => {
    if (isPending) return;
    startTransition(async () => {
      const next = await answerOf(formAction, state, formData);
      // React requires it: after an await, an update is a transition only if it is marked as one again.
      startTransition(() => setAnswer(next));
    });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
  };
  return { state, action, onSubmit, send, isPending };
}
