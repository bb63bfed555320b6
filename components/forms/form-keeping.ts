import { FormFields } from './form-fields';
import { forgetText, type KeptText, keepText, listKeptTexts } from './kept-texts/kept-texts';
import { keyAccount } from './kept-texts/sealing';
import { afterTab } from './kept-texts/tab';

/** The state of a form's kept texts, as its notice shows it. */
export type KeptState = {
  /** The fields into which a text of an earlier visit was put back. */
  putBack: readonly string[];
  /** Texts of earlier visits whose fields have changed since; their author decides. */
  offered: readonly KeptText[];
};

const nothingKept: KeptState = { putBack: [], offered: [] };

/** Compares a typed content with a stored one, from which blanks and line ends at both sides are cut off. */
const compared = (content: string) => content.replace(/\r\n?/g, '\n').trim();

/**
 * Keeps what is typed into a form in the browser until the form is accepted, and puts it back when the form is opened
 * again. A text is put back only where the content from which it was typed is still the stored one.
 */
export class FormKeeping {
  private fields: FormFields | null = null;
  private tabId = '';
  /** The content of each typed field before: the stored one, as far as this page knows. */
  private readonly bases = new Map<string, string>();
  /** The content of each typed field when the form was sent. */
  private sent: ReadonlyMap<string, string> = new Map();
  /** Fields whose present content is not kept: it is still being written, or the browser cannot keep it. */
  private readonly unkept = new Map<string, string>();
  private isAble = true;
  private state = nothingKept;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly place: string) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly kept = (): KeptState => this.state;

  static readonly none = () => nothingKept;

  /** Says whether leaving the page would lose a text. */
  wouldLose(): boolean {
    return this.unkept.size > 0;
  }

  /** Says whether this browser could keep what was typed last. */
  canKeep(): boolean {
    return this.isAble;
  }

  /**
   * Takes care of a form that the page shows; `wasPosted` says that it was rendered with what was posted, which is not
   * stored. Gives the function that ends it.
   */
  attach(form: HTMLFormElement, tabId: string, wasPosted: boolean): () => void {
    const fields = new FormFields(form);
    const attached = new AbortController();
    [this.fields, this.tabId] = [fields, tabId];
    const onTyped = ({ target }: Event) => {
      const name = fields.nameOf(target);
      if (name) this.typed(name);
    };
    // A field may stand outside its form, so the events are heard above both.
    document.addEventListener('input', onTyped);
    document.addEventListener('change', onTyped);
    for (const name of fields.names()) {
      if (wasPosted && fields.value(name) !== '') this.bases.set(name, '');
      // Typed before this ran, or restored by the browser.
      this.typed(name);
    }
    void this.restore(attached.signal);
    return () => {
      attached.abort();
      document.removeEventListener('input', onTyped);
      document.removeEventListener('change', onTyped);
    };
  }

  /** Takes the present content of the form as sent. */
  sending(): void {
    this.sent = new Map([...this.bases.keys()].map((name) => [name, this.fields?.value(name) ?? '']));
  }

  /** The form was accepted as it was sent; text typed since stays kept. */
  async accepted(): Promise<void> {
    const { sent } = this;
    const isOver = (name: string) => sent.has(name) && this.fields?.value(name) === sent.get(name);
    const over = [...this.bases.keys()].filter(isOver);
    this.bases.clear();
    this.show({ putBack: this.state.putBack.filter((name) => !over.includes(name)) });
    await Promise.all(over.map((name) => this.forget(name)));
  }

  /** The form was stored as it was sent, and its author goes on writing. */
  saved(): void {
    const { sent } = this;
    this.show({ putBack: this.state.putBack.filter((name) => !sent.has(name)) });
    for (const [name, content] of sent) {
      this.bases.set(name, content);
      this.typed(name);
    }
  }

  /** Puts texts back that this account left unsaved here; those of an open tab once it is closed. */
  async restore(signal: AbortSignal): Promise<void> {
    const texts = await listKeptTexts(keyAccount(), this.place);
    for (const tabId of new Set(texts.map((text) => text.tabId))) {
      const own = texts.filter((text) => text.tabId === tabId);
      if (tabId === this.tabId) for (const text of own) this.putBack(text);
      else void afterTab(tabId, signal, () => this.takeOver(tabId));
    }
  }

  /** Gives up a text that was put back. */
  discardPutBack(): void {
    const names = this.state.putBack;
    for (const name of names) {
      this.fields?.put(name, this.baseOf(name));
      this.typed(name);
    }
    this.show({ putBack: [] });
    this.fields?.focus(names[0] ?? '');
  }

  /** Settles an offered text: it replaces the content of its field, or is given up. */
  settle(text: KeptText, isUsed: boolean): void {
    this.show({ offered: this.state.offered.filter((other) => other !== text) });
    if (isUsed) this.fields?.put(text.field, String(text.content));
    void forgetText(text);
    this.fields?.focus(text.field);
  }

  /** Gives the name of a field as the form shows it. */
  labelOf(name: string): string {
    return this.fields?.labelOf(name) ?? '';
  }

  private baseOf(name: string): string {
    return this.bases.get(name) ?? this.fields?.rendered(name) ?? '';
  }

  private typed(name: string): void {
    const content = this.fields?.value(name) ?? '';
    const base = this.baseOf(name);
    if (content === base) return void (this.bases.has(name) && this.forget(name));
    this.bases.set(name, base);
    this.unkept.set(name, content);
    // By the browser's clock, because the time is shown to its own user only.
    const at = performance.timeOrigin + performance.now();
    void keepText({ ...this.keyOf(name), content, base, at }).then((isKept) => {
      this.isAble = isKept;
      if (isKept && this.unkept.get(name) === content) this.unkept.delete(name);
    });
  }

  private async forget(name: string): Promise<void> {
    this.unkept.delete(name);
    await forgetText(this.keyOf(name));
  }

  private keyOf(field: string) {
    return { accountId: keyAccount(), place: this.place, field, tabId: this.tabId };
  }

  /** Takes over the texts of a closed tab. They are read again, because it may have saved them meanwhile. */
  private async takeOver(tabId: string): Promise<void> {
    const texts = await listKeptTexts(keyAccount(), this.place);
    for (const text of texts.filter((each) => each.tabId === tabId)) {
      const isLeft = this.putBack(text);
      if (!isLeft) await forgetText(text);
    }
  }

  /** Puts one text back; gives whether it stays where it was kept, because its author has to decide. */
  private putBack(text: KeptText): boolean {
    const { fields } = this;
    const { field, base } = text;
    // An entry that is not on this page of a list has its text on another.
    if (!fields?.has(field)) return true;
    const content = String(text.content);
    const stored = this.baseOf(field);
    if (compared(content) === compared(stored)) return false;
    const current = fields.value(field);
    const isUntouched = current === stored && compared(base) === compared(stored);
    if (isUntouched) fields.put(field, content);
    if (isUntouched || current === content) {
      this.show({ putBack: [...new Set([...this.state.putBack, field])] });
      return text.tabId === this.tabId;
    }
    // A choice that has changed since says nothing without its list.
    if (!fields.isText(field)) return false;
    this.show({ offered: [...this.state.offered, text] });
    return true;
  }

  private show(changed: Partial<KeptState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }
}
