import { useEffect, useState } from 'react';
import { newTabId } from './tab-id';

const lockOf = (tabId: string) => `kept-texts/${tabId}`;

/** Marks a tab as open until the page is left or the given function is called. */
function holdTab(tabId: string): () => void {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  // Missing in old browsers and without TLS; there, texts of an open tab count as left behind.
  void navigator.locks?.request(lockOf(tabId), () => closed);
  return close;
}

/**
 * The id under which a mounted form keeps its texts. A form that is mounted again counts as another tab: what the first
 * one left unsaved is given back like that of a closed tab.
 */
export function useTab(): string {
  const [tabId] = useState(newTabId);
  useEffect(() => holdTab(tabId), [tabId]);
  return tabId;
}

/**
 * Acts once a tab is closed, as the only tab that does, because an open tab still saves its texts itself. `signal` ends
 * the waiting and gives way to another tab.
 */
export async function afterTab(tabId: string, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return act();
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  await navigator.locks
    .request(lockOf(tabId), { signal }, () => Promise.race([act(), aborted]))
    .catch((error) => {
      if (!signal.aborted) throw error;
    });
}
