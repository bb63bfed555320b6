import { useEffect } from 'react';
import type { Autosave } from '@/components/filing/editor/autosave/autosave';
import { isUnsaved } from '@/components/filing/editor/autosave/field-states';
import { useT } from '@/lib/text/use-t';

/** Says whether the browser keeps all unsaved text. */
const isAllKept = (autosave: Autosave) => autosave.fields.all().every((state) => state.isKept || !isUnsaved(state));

/**
 * Saves before signing out, and asks where that is impossible, because another person may use a shared computer next.
 * Leaving the page is questioned only where the browser cannot keep the typed text.
 */
export function useLeavingQuestions(autosave: Autosave | null): void {
  const t = useT();
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
  }, [autosave, t]);
}
