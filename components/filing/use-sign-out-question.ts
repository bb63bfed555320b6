import { useEffect } from 'react';
import { t } from '@/lib/messages/translator';

/** Asks before signing out while something is not saved: on a shared computer the next one at it is somebody else. */
export function useSignOutQuestion(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: SubmitEvent) => {
      const isSignOut = event.target instanceof Element && event.target.closest('header') !== null;
      if (!isSignOut || window.confirm(t('autosave.leave'))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('submit', ask, true);
    return () => document.removeEventListener('submit', ask, true);
  }, [isUnsaved]);
}
