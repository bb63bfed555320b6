import type { ClipboardEvent } from 'react';
import { cleanPastedText } from '@/lib/domain/report/pasted-text';

/** Inserts a text at the cursor as if it had been typed, so that it can be undone and is saved like typed text. */
export function insertText(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

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
