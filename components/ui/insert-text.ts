/** Inserts a text at the cursor as if it had been typed, so that it can be undone and is saved like typed text. */
export function insertText(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Empties a field as if its text had been deleted, so that this can be undone and is saved like typed text. */
export function clearText(area: HTMLElement | null): void {
  if (!(area instanceof HTMLTextAreaElement)) return;
  area.focus();
  area.select();
  if (document.execCommand('delete')) return;
  area.setRangeText('');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
