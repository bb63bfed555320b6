import type { ClipboardEvent } from 'react';
import { cleanPastedText } from '@/lib/domain/report/pasted-text';
import { insertText } from './insert-text';

/** Pastes text from Word or WPS into a field as clean text; it can be undone like any paste. */
export function pasteClean(event: ClipboardEvent<HTMLFormElement>): void {
  if (!(event.target instanceof HTMLTextAreaElement)) return;
  const pasted = event.clipboardData.getData('text/plain');
  const clean = cleanPastedText(pasted);
  // Text within one line is pasted by the browser, with the spaces around it.
  if (!/[\n\r\v\f\t\u0085\u2028\u2029]/.test(pasted) && clean === pasted.trim()) return;
  event.preventDefault();
  insertText(event.target, clean);
}
