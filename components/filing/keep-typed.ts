import { type FormEvent, startTransition } from 'react';

/**
 * Sends a form to its action without the reset that React makes after `<form action>`: what was typed stands there
 * afterwards, also what was typed while the answer was on its way. Before scripts run, the form's `action` does the work.
 */
export function keepTyped(dispatch: (formData: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const formData = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(formData));
  };
}
