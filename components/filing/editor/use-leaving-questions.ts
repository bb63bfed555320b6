import { useEffect } from 'react';
import type { Autosave } from '@/components/filing/editor/autosave/autosave';
import { isUnsaved } from '@/components/filing/editor/autosave/field-state';
import { t } from '@/lib/text/translator';

/** Whether the browser keeps all that is not saved. */
const isAllKept = (autosave: Autosave) => autosave.fields.all().every((state) => state.isKept || !isUnsaved(state));

/**
 * Saves before signing out, and asks where that is not possible: on a shared computer the next one at it is somebody else.
 * Leaving the page is asked about only where the browser does not keep what was typed.
 */
export function useLeavingQuestions(autosave: Autosave | null): void {
  useEffect(() => {
    if (!autosave) return;
    let isSure = false;
    const askToSignOut = async (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (isSure || !form.closest('header') || !autosave.fields.all().some(isUnsaved)) return;
      event.preventDefault();
      event.stopPropagation();
      isSure =
        (await autosave.save()) || window.confirm(t(isAllKept(autosave) ? 'autosave.leave' : 'autosave.leaveUnkept'));
      if (isSure) form.requestSubmit();
      isSure = false;
    };
    const askToLeave = (event: BeforeUnloadEvent) => isAllKept(autosave) || event.preventDefault();
    document.addEventListener('submit', askToSignOut, true);
    window.addEventListener('beforeunload', askToLeave);
    return () => {
      document.removeEventListener('submit', askToSignOut, true);
      window.removeEventListener('beforeunload', askToLeave);
    };
  }, [autosave]);
}
