'use client';

import { type RefObject, useState } from 'react';
import { useShortcut, useShortcutsOn } from './shortcuts';

const key = 'a';

/**
 * The key of a command that must not be given by accident: it first focuses the button, and presses it the second time.
 */
export function useAcceptKey(button: RefObject<HTMLButtonElement | null>) {
  const [isAsking, setAsking] = useState(false);
  const isOn = useShortcutsOn();
  useShortcut(key, () => {
    const { current } = button;
    if (!current || current.disabled) return;
    if (isAsking && document.activeElement === current) {
      current.click();
      return;
    }
    setAsking(true);
    current.focus();
  });
  return {
    isAsking,
    buttonProps: {
      ref: button,
      onBlur: () => setAsking(false),
      'aria-keyshortcuts': isOn ? key.toUpperCase() : undefined,
    },
  };
}
