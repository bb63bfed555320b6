'use client';

import { useEffect, useRef } from 'react';

/** Whoever stood on something that a refresh took away stands at the place given, and not at the top of the page. */
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
