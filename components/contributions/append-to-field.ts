const valueSetterOf = (area: HTMLTextAreaElement) =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(area) as object, 'value');

/** Appends a text to a field as if it had been typed; says whether the page has that field. */
export function appendToField(id: string, text: string): boolean {
  const area = document.getElementById(id);
  if (!(area instanceof HTMLTextAreaElement)) return false;
  const before = area.value.trimEnd();
  // Bypasses React's own setter, which would record the value and then ignore the input event.
  valueSetterOf(area)?.set?.call(area, before === '' ? text : `${before}\n${text}`);
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
  return true;
}
