import { useEffect } from 'react';
import { useT } from '@/lib/text/use-t';
import type { FormKeeping } from './form-keeping';

/** Asks before the page is left or the account signs out, where that would lose a text that the browser cannot keep. */
export function useLeavingQuestion(keeping: FormKeeping): void {
  const t = useT();
  useEffect(() => {
    const askToLeave = (event: BeforeUnloadEvent) => {
      if (keeping.wouldLose()) event.preventDefault();
    };
    const askToSignOut = (event: SubmitEvent) => {
      const isSigningOut = (event.target as HTMLFormElement).closest('header');
      if (!isSigningOut || !keeping.wouldLose() || window.confirm(t('autosave.leaveUnkept'))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', askToLeave);
    document.addEventListener('submit', askToSignOut, true);
    return () => {
      window.removeEventListener('beforeunload', askToLeave);
      document.removeEventListener('submit', askToSignOut, true);
    };
  }, [keeping, t]);
}
