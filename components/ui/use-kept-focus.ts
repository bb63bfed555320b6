'use client';

import { useEffect, useRef } from 'react';

/** If a refresh removes the focused element, moves the focus to the given place instead of the top of the page. */
export function useKeptFocus(isPending: boolean, placeId: string): void {
  const stood = useRef<Element | null>(null);
  useEffect(() => {
    if (isPending) {
      const follow = () => {
        stood.current = document.activeElement === document.body ? null : document.activeElement;
      };
      follow();
      document.addEventListener('focusin', follow);
      return () => document.removeEventListener('focusin', follow);
    }
    if (stood.current && !stood.current.isConnected && document.activeElement === document.body) {
      document.getElementById(placeId)?.focus({ preventScroll: true });
    }
    stood.current = null;
  }, [isPending, placeId]);
}
