import type { Page } from '@playwright/test';

/** Built-ins that came after Chromium 86: `Type.static`, `Type#method` or the name of a global. */
const newerBuiltIns = [
  ...['Array.fromAsync', 'Array#at', 'Array#findLast', 'Array#findLastIndex', 'Array#toReversed', 'Array#toSorted'],
  ...['Array#toSpliced', 'Array#with', 'String#at', 'String#isWellFormed', 'String#toWellFormed'],
  ...['Object.hasOwn', 'Object.groupBy', 'Map.groupBy', 'Map#getOrInsert', 'Map#getOrInsertComputed'],
  ...['Set#union', 'Set#intersection', 'Set#difference', 'Set#symmetricDifference', 'Set#isSubsetOf'],
  ...['Set#isSupersetOf', 'Set#isDisjointFrom', 'Promise.try', 'Promise.withResolvers', 'RegExp.escape'],
  ...['Intl.Segmenter', 'Intl.DurationFormat', 'Intl.supportedValuesOf', 'Error.isError', 'ArrayBuffer#transfer'],
  ...['Uint8Array.fromBase64', 'Uint8Array.fromHex', 'Uint8Array#toBase64', 'Uint8Array#toHex', 'Iterator'],
  ...['AbortSignal.abort', 'AbortSignal.any', 'AbortSignal.timeout', 'AbortSignal#throwIfAborted'],
  ...['URL.canParse', 'URL.parse', 'URLSearchParams#size', 'Headers#getSetCookie', 'Response.json', 'Response#bytes'],
  ...['Blob#bytes', 'Crypto#randomUUID', 'Element#checkVisibility', 'Element#moveBefore', 'Element#setHTML'],
  ...['Element#getHTML', 'HTMLElement#showPopover', 'HTMLElement#hidePopover', 'HTMLElement#togglePopover'],
  ...['HTMLInputElement#showPicker', 'Document#startViewTransition', 'Document#caretPositionFromPoint'],
  ...['structuredClone', 'reportError', 'scheduler', 'navigation', 'cookieStore', 'fetchLater'],
];

/** Added where they are missing: by instrumentation-client.ts, and by the framework before everything else. */
const added = ['AbortSignal.timeout', 'Array#at', 'Object.hasOwn', 'URL.canParse'];

/** Asked for before they are used: by the framework, zod and React. */
const asked = ['reportError', 'navigation', 'Document#startViewTransition'];

/** Names that other things have too, so that a script which says them proves nothing. */
const ambiguous = [
  'String#at',
  'Array#with',
  'Set#union',
  'Promise.try',
  'Blob#bytes',
  'Response#bytes',
  'URLSearchParams#size',
];

/** The built-ins that no script of the portal may use. */
export const forbiddenBuiltIns = newerBuiltIns.filter((name) => ![...added, ...asked, ...ambiguous].includes(name));

/** Opens every later page of the browser as if it were Chromium 86, as far as scripts can tell. */
export async function deleteNewerBuiltIns(page: Page): Promise<void> {
  await page.context().addInitScript((names) => {
    const everything = window as unknown as Record<string, Record<string, object> & { prototype: object }>;
    for (const name of names) {
      const [type = '', member] = name.split(/[.#]/);
      const owner = name.includes('#') ? everything[type]?.prototype : everything[type];
      if (member === undefined) Reflect.deleteProperty(window, type);
      else if (owner) Reflect.deleteProperty(owner, member);
    }
    window.FormData = new Proxy(FormData, { construct: (native, [form]) => new native(form) });
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const kept = typeof options === 'object' ? { capture: options.capture, once: options.once } : options;
      listen.call(this, type, listener, kept);
    };
  }, newerBuiltIns);
}
