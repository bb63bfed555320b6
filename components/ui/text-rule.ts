import type { ClipboardEvent } from 'react';
import { textOfHtml } from '@/lib/domain/report/pasted-html';
import type { PastedElement, PastedNode } from '@/lib/domain/report/pasted-node';
import { cleanPastedText } from '@/lib/domain/report/pasted-text';
import { plainText } from '@/lib/domain/report/plain-text';
import { cellsOf } from '@/lib/domain/report/text-tables';
import { insertText } from './insert-text';

function pastedNode(node: Node): PastedNode[] {
  if (node instanceof Text) return [node.data];
  return node instanceof Element ? [pastedElement(node)] : [];
}

function pastedElement(element: Element): PastedElement {
  const attribute = (name: string) => element.getAttribute(name) ?? undefined;
  return {
    name: element.localName,
    style: attribute('style') ?? '',
    attributes: {
      colspan: attribute('colspan'),
      rowspan: attribute('rowspan'),
      start: attribute('start'),
      face: attribute('face'),
      height: attribute('height'),
    },
    children: [...element.childNodes].flatMap(pastedNode),
  };
}

/** A parsed document is inert: it runs no script and loads no picture. */
const parsed = (html: string) => pastedElement(new DOMParser().parseFromString(html, 'text/html').body);

/** Sets a row of a table off from the words around the cursor, because a row has a line of its own. */
function onOwnLines(area: HTMLTextAreaElement, text: string): string {
  const lines = text.split('\n');
  const [before, after] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)];
  const isRow = (line: string | undefined) => cellsOf(line ?? '') !== null;
  const opened = isRow(lines[0]) && /[^\n]$/.test(before) ? `\n${text}` : text;
  return isRow(lines[lines.length - 1]) && /^[^\n]/.test(after) ? `${opened}\n` : opened;
}

/** Pastes text from Word, WPS, Excel or a page into a field as clean text; it can be undone like any paste. */
export function pasteClean(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const plain = event.clipboardData.getData('text/plain');
  const copied = textOfHtml(parsed(event.clipboardData.getData('text/html')));
  const clean = cleanPastedText(copied ?? plain);
  // Text within one line is pasted by the browser, with the spaces around it.
  if (copied === null && !/[\n\r\v\f\t\u0085\u2028\u2029]/.test(plain) && clean === plain.trim()) return;
  event.preventDefault();
  insertText(event.currentTarget, onOwnLines(event.currentTarget, clean));
}

/** Brings a typed text under the rule for texts when its field is left, so that its author sees what will be stored. */
export function followTextRule(area: HTMLTextAreaElement): void {
  const plain = plainText(area.value);
  if (plain === area.value) return;
  area.value = plain;
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
