import type { ClipboardEvent } from 'react';
import { cleanPastedText } from '@/lib/domain/report/pasted-text';
import { insertText } from './insert-text';

/** Pastes into a text of the form what was copied in Word or WPS as clean text; it can be undone as any paste. */
export function pasteClean(event: ClipboardEvent<HTMLFormElement>): void {
  if (!(event.target instanceof HTMLTextAreaElement)) return;
  const pasted = event.clipboardData.getData('text/plain');
  const clean = cleanPastedText(pasted);
  // Words within a line come as they are, with the blanks around them.
  if (!/[\n\r\v\f\t\u0085\u2028\u2029]/.test(pasted) && clean === pasted.trim()) return;
  event.preventDefault();
  insertText(event.target, clean);
}
