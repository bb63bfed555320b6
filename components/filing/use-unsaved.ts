import { useEffect, useRef, useState } from 'react';
import { t } from '@/lib/messages/translator';
import type { FormState } from '@/lib/schemas/form-state';

/** Asks before the page is left, also by a form outside this one (signing out) that a script would carry away unasked. */
function useQuestionBeforeLeaving(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const askOther = (event: SubmitEvent) => {
      const leaves = event.target instanceof Element && event.target.closest('header') !== null;
      if (!leaves || window.confirm(t('filing.editor.leave'))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', ask);
    document.addEventListener('submit', askOther, true);
    return () => {
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('submit', askOther, true);
    };
  }, [isUnsaved]);
}

/**
 * Knows whether something was typed that is not stored: also what was typed while a save was on its way. Call `typed` on
 * every input and `sent` on every submission.
 */
export function useUnsaved(state: FormState) {
  const [isUnsaved, setUnsaved] = useState('values' in state);
  const count = useRef({ typed: 0, sent: 0 });
  useEffect(() => {
    if (state.status === 'done' && count.current.sent === count.current.typed) setUnsaved(false);
  }, [state]);
  useQuestionBeforeLeaving(isUnsaved);
  return {
    isUnsaved,
    typed: () => {
      count.current.typed += 1;
      setUnsaved(true);
    },
    sent: () => {
      count.current.sent = count.current.typed;
    },
  };
}
