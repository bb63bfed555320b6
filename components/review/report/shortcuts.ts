'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const kept = 'portal-shortcuts';
const changed = 'portal-shortcuts-changed';

function isOn(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off';
  } catch {
    return true;
  }
}

function follow(onChange: () => void): () => void {
  window.addEventListener('storage', onChange);
  window.addEventListener(changed, onChange);
  return () => {
    window.removeEventListener('storage', onChange);
    window.removeEventListener(changed, onChange);
  };
}

/** Turns the keyboard shortcuts on or off in this browser (WCAG 2.2, 2.1.4). */
export function turnShortcuts(on: boolean): void {
  try {
    localStorage.setItem(kept, on ? 'on' : 'off');
  } catch {
    // A browser without storage leaves them on.
  }
  window.dispatchEvent(new Event(changed));
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(follow, isOn, () => true);
}

// Typing a letter does nothing in a checkbox, so checkboxes do not count as fields.
const fields =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=textbox], [role=combobox], [role=listbox]';

type Key = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing' | 'defaultPrevented'
>;

/** Says whether a key was pressed alone: without modifiers, not repeated, not for an input method. */
export function isPlain(event: Key, key: string): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  if (event.repeat || event.isComposing || event.defaultPrevented) return false;
  return event.key.toLowerCase() === key;
}

/** Runs a function at a plain key, while the shortcuts are on and no field has the focus. */
export function useShortcut(key: string, act: () => void): void {
  const isEnabled = useShortcutsOn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isPlain(event, key) || (event.target as Element).closest?.(fields)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!isEnabled) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isEnabled]);
}
