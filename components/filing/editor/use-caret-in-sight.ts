import { type RefObject, useEffect } from 'react';

/** Pixels between the line that is written and the bar. */
const distance = 12;

const copied = [
  'width',
  'padding',
  'borderWidth',
  'boxSizing',
  'font',
  'lineHeight',
  'letterSpacing',
  'overflowWrap',
  'wordBreak',
] as const;

/** The lower edge of the line with the cursor: a textarea does not say it, so a copy of its text is measured. */
function caretBottom(area: HTMLTextAreaElement): number {
  const copy = document.createElement('div');
  const style = getComputedStyle(area);
  for (const name of copied) copy.style[name] = style[name];
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap', top: '0' });
  const caret = document.createElement('span');
  caret.textContent = '\u200b';
  copy.append(area.value.slice(0, area.selectionEnd), caret);
  document.body.append(copy);
  const bottom = caret.offsetTop + caret.offsetHeight - area.scrollTop;
  copy.remove();
  return area.getBoundingClientRect().top + Math.min(bottom, area.offsetHeight);
}

/** The lower edge of what has to be seen of a control: the line that is written, or the whole control. */
function neededBottom(control: Element): number {
  const { top, bottom } = control.getBoundingClientRect();
  if (!(control instanceof HTMLTextAreaElement)) return Math.min(bottom, top + window.innerHeight / 3);
  return caretBottom(control);
}

/** Keeps the focused control and the line that is being written above the save bar. */
export function useCaretInSight(form: RefObject<HTMLFormElement | null>, bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const fields = form.current;
    if (!fields) return;
    const keep = ({ target }: Event) => {
      if (!(target instanceof Element) || !bar.current || bar.current.contains(target)) return;
      // The browser scrolls by itself first.
      requestAnimationFrame(() => {
        const hidden = neededBottom(target) + distance - (bar.current?.getBoundingClientRect().top ?? 0);
        if (hidden > 0) window.scrollBy(0, hidden);
      });
    };
    const listening = new AbortController();
    for (const event of ['focusin', 'input', 'keyup']) fields.addEventListener(event, keep, listening);
    return () => listening.abort();
  }, [form, bar]);
}
