const valueSetterOf = (area: HTMLTextAreaElement) =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(area) as object, 'value');

/** Puts a text behind what stands in a field, as if it had been typed there; says whether the page has that field. */
export function appendToField(id: string, text: string): boolean {
  const area = document.getElementById(id);
  if (!(area instanceof HTMLTextAreaElement)) return false;
  const before = area.value.trimEnd();
  // Past React's own setter, which would take the new value for one that it knows already.
  valueSetterOf(area)?.set?.call(area, before === '' ? text : `${before}\n${text}`);
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
  return true;
}
