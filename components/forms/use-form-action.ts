import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useMemo, useState, useTransition } from 'react';
import { type FormAction, type FormState, type FormValues, idle } from '@/lib/schemas/form-state';
import { FormKeeping } from './form-keeping';

/** The place under which a form keeps what is typed until it is accepted, or the reason why it keeps nothing. */
export type Keeps = { place: string } | { nothing: 'nothing-typed' | 'secret' };

/** For a form of buttons, choices and dates, which is filled again in a moment. */
export const nothingTyped: Keeps = { nothing: 'nothing-typed' };

/** For a form of passwords, which no browser may keep. */
export const secret: Keeps = { nothing: 'secret' };

function typedValues(formData: FormData): FormValues {
  const texts = [...formData].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(texts);
}

/** An action redirects by throwing, which it does only after it has accepted the form. */
function isRedirect(error: unknown): boolean {
  return String((error as { digest?: unknown } | null)?.digest).startsWith('NEXT_REDIRECT');
}

/** The action's answer; without one (no network, a restarting server), a failure without a reference. */
async function answerOf(action: FormAction, previous: FormState, formData: FormData, keeping: FormKeeping | null) {
  keeping?.sending();
  try {
    const answer = await action(previous, formData);
    if (answer.status === 'done') await keeping?.accepted();
    return answer;
  } catch (error) {
    if (isRedirect(error)) await keeping?.accepted();
    unstable_rethrow(error);
    return { status: 'failed' as const, reference: '', values: typedValues(formData) };
  }
}

/**
 * A form that never loses its text. Before scripts run, `action` posts it and the page is rendered with its state. With
 * scripts, `onSubmit` sends it without the reset that React does after `<form action>`: the typed text stays, including
 * text typed while the answer was awaited, and also when no answer comes. What is typed is kept at the place that
 * `keeps` names while it is unsaved; the form shows `kept` in a `KeptNotice`.
 */
export function useFormAction(formAction: FormAction, keeps: Keeps) {
  const [posted, action] = useActionState(formAction, idle);
  const [answer, setAnswer] = useState<FormState | null>(null);
  const [isPending, startTransition] = useTransition();
  const place = 'place' in keeps ? keeps.place : null;
  const keeping = useMemo(() => (place === null ? null : new FormKeeping(place)), [place]);
  const state = answer ?? posted;
  const send = (formData: FormData) => {
    if (isPending) return;
    startTransition(async () => {
      const next = await answerOf(formAction, state, formData, keeping);
      // React requires it: after an await, an update is a transition only if it is marked as one again.
      startTransition(() => setAnswer(next));
    });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
  };
  return { state, action, onSubmit, send, isPending, kept: keeping && { keeping, state } };
}
