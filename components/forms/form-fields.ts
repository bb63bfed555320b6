type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = 'input[name], textarea[name], select[name]';
const neverKept = new Set(['hidden', 'password', 'submit', 'button', 'reset', 'image', 'file']);

/**
 * Passwords and secrets stay out of every store, as `typedValues` in lib/server/forms keeps them out of an answer; a tick
 * that a form requires is a statement, which is made anew each time.
 */
function isKept(element: Element): element is Control {
  if (!element.matches(controls)) return false;
  const control = element as Control;
  if (control.type === 'checkbox' && control.required) return false;
  return !neverKept.has(control.type) && !/^\$|password|secret/i.test(control.name);
}

const isTickable = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio';

function defaultOf(control: Control): string {
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
}

/** Tells scripts of the page that a control has changed, as if its user had done it. */
function change(control: Control, content: string): void {
  if (isTickable(control)) {
    if (control.checked !== content.split('\n').includes(control.value)) control.click();
    return;
  }
  control.value = content;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  if (control instanceof HTMLSelectElement) control.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * The name under which a control is kept. The entries of a list may come and go, so a control of one is named by the
 * subjects around it (`data-subject`) and not by its place in the list.
 */
function keptName({ name, parentElement }: Control): string {
  const subjects: (string | undefined)[] = [];
  for (let around = parentElement?.closest<HTMLElement>('[data-subject]'); around; ) {
    subjects.unshift(around.dataset.subject);
    around = around.parentElement?.closest<HTMLElement>('[data-subject]');
  }
  return subjects.length === 0 ? name : [...subjects, name.split('.').pop()].join(' ');
}

/** Opens what hides a control until it is needed. */
function reveal(control: Element): void {
  for (let outer = control.closest('details'); outer; outer = outer.parentElement?.closest('details') ?? null)
    outer.open = true;
}

/**
 * The fields of a form by the names under which they are kept, without hidden ones and secrets; ticks of one name are one
 * field with a line for each.
 */
export class FormFields {
  constructor(private readonly form: HTMLFormElement) {}

  names(): string[] {
    return [...new Set([...this.form.elements].filter(isKept).map(keptName))];
  }

  /** Gives the name of the field to which an element belongs; null for an element of no field of this form. */
  nameOf(target: EventTarget | null): string | null {
    const control = target as Control | null;
    return control?.form === this.form && isKept(control) ? keptName(control) : null;
  }

  has(name: string): boolean {
    return this.of(name).length > 0;
  }

  value(name: string): string {
    return this.join(
      name,
      (control) => (isTickable(control) ? control.checked : true),
      ({ value }) => value,
    );
  }

  /** Gives the content with which the page was rendered. */
  rendered(name: string): string {
    return this.join(
      name,
      (control) => (isTickable(control) ? control.defaultChecked : true),
      (control) => (isTickable(control) ? control.value : defaultOf(control)),
    );
  }

  put(name: string, content: string): void {
    for (const control of this.of(name)) {
      change(control, content);
      reveal(control);
    }
  }

  /** Says whether a field holds words, which a person can be shown. */
  isText(name: string): boolean {
    const [control] = this.of(name);
    return control !== undefined && !isTickable(control) && !/^(select|date)/.test(control.type);
  }

  labelOf(name: string): string {
    return this.of(name)[0]?.labels?.[0]?.firstChild?.textContent ?? '';
  }

  focus(name: string): void {
    this.of(name)[0]?.focus();
  }

  private of(name: string): Control[] {
    return [...this.form.elements].filter(isKept).filter((control) => keptName(control) === name);
  }

  private join(name: string, counts: (control: Control) => boolean, contentOf: (control: Control) => string): string {
    return this.of(name).filter(counts).map(contentOf).join('\n');
  }
}
