/**
 * Adds what the oldest supported browser (Chromium 86) lacks and the portal or a package of it uses, and mends what disturbs
 * a writer. The framework runs this file before every other script of a page; tests/support/newer-built-ins.ts names what
 * it adds.
 */

/** FormData takes the pressed button as its second argument from Chromium 112 on, and ignores it before. */
function takesButton(): boolean {
  const form = document.createElement('form');
  const button = document.createElement('button');
  button.name = 'pressed';
  form.append(button);
  return new FormData(form, button).has(button.name);
}

if (!takesButton())
  // A proxy keeps `instanceof` true for what the browser makes itself.
  window.FormData = new Proxy(FormData, {
    construct(native, [form, pressed]: [form?: HTMLFormElement, pressed?: HTMLButtonElement | null]) {
      const formData = new native(form);
      if (pressed?.name) formData.append(pressed.name, pressed.value);
      return formData;
    },
  });

// Since Chromium 103.
AbortSignal.timeout ??= (milliseconds) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
};

// addEventListener stops listening upon a signal from Chromium 90 on. reportError came with 95: to stop twice does no harm.
if (!('reportError' in window)) {
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    listen.call(this, type, listener, options);
    const signal = typeof options === 'object' ? options.signal : undefined;
    const end = () => this.removeEventListener(type, listener, options);
    if (signal) listen.call(signal, 'abort', end, { once: true });
  };
}

// When React takes a page over, it sets the text of each text area to what it is already. The browser puts the cursor before
// the first letter then, so that what is typed on would stand there.
const areaText = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'defaultValue');
if (areaText)
  Object.defineProperty(HTMLTextAreaElement.prototype, 'defaultValue', {
    ...areaText,
    set(text: string) {
      if (areaText.get?.call(this) !== text) areaText.set?.call(this, text);
    },
  });
