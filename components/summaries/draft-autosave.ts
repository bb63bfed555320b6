import type { FormKeeping } from '@/components/forms/form-keeping';
import type { Refusal } from '@/lib/domain/refusal';
import { type DatabaseTrouble, type FormAction, idle } from '@/lib/schemas/form-state';

/** The state of a text that is saved while it is written. */
export type Saving =
  | { kind: 'untouched' | 'soon' | 'saving' | 'invalid' | 'unreachable' | DatabaseTrouble }
  | { kind: 'saved'; at: string }
  | { kind: 'refused'; refusal: Refusal };

/** Milliseconds after the last key, and after a try without an answer. */
const intervals = { pause: 2_000, retry: 5_000 };

const compared = (content: unknown) => String(content).replace(/\r\n?/g, '\n').trim();

type Setting = {
  action: FormAction;
  keeping: FormKeeping | null;
  show: (saving: Saving) => void;
  /** Reloads the page around the form. */
  reload: () => void;
};

/**
 * Saves a form of a draft while its author writes: two seconds after the last key, naming the version from which it was
 * written. If somebody else has stored another text since, it stops until its author has seen that and saves it himself.
 */
export class DraftAutosave {
  private timer: number | undefined;
  private sending: Promise<void> | null = null;
  private form: HTMLFormElement | null = null;
  private isDue = false;
  private state: Saving = { kind: 'untouched' };
  /** A form that was sent without an answer, so that it may be stored or not. */
  private unanswered: FormData | null = null;
  /** The version of the last save here; 0 before. */
  version = 0;
  private hasNews = false;

  constructor(private readonly setting: Setting) {}

  /** Takes that something was typed into the form. */
  typed(form: HTMLFormElement): void {
    [this.form, this.isDue] = [form, true];
    if (isStale(this.state)) return;
    this.show({ kind: 'soon' });
    this.saveIn(intervals.pause);
  }

  /** Asks nothing before the page is left, because the form keeps its text. */
  question(): null {
    return null;
  }

  /** Says, once, whether something was saved that the page around does not show yet. */
  takeNews(): boolean {
    const { hasNews } = this;
    this.hasNews = false;
    return hasNews;
  }

  /** Gives the form's data with the version of the last save, which the form may not show yet. */
  dataOf(form: HTMLFormElement): FormData {
    const formData = new FormData(form);
    formData.set('version', String(Math.max(this.version, Number(formData.get('version')))));
    return formData;
  }

  /** Waits for a save that is under way, and starts no other. */
  async pause(): Promise<void> {
    clearTimeout(this.timer);
    await this.sending;
  }

  /** Starts anew after its author has saved the form. */
  reset(): void {
    clearTimeout(this.timer);
    [this.isDue, this.unanswered] = [false, null];
    this.show({ kind: 'untouched' });
  }

  /**
   * Takes what is stored now. Where it is what was sent without an answer, it was this form that stored it, and the
   * saving goes on.
   */
  follow(stored: Readonly<Record<string, unknown>> & { version: number }): void {
    const { unanswered } = this;
    if (!isStale(this.state) || !unanswered) return;
    const sent = [...unanswered].filter(([name]) => name !== 'version' && stored[name] !== undefined);
    if (!sent.every(([name, content]) => compared(content) === compared(stored[name]))) return;
    [this.version, this.unanswered] = [stored.version, null];
    this.show({ kind: 'soon' });
    this.saveIn(0);
  }

  /** Saves now what can be saved. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (!this.isDue || !this.form || isStale(this.state)) return;
    this.sending = this.send(this.form).finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  private saveIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), milliseconds);
  }

  private async send(form: HTMLFormElement): Promise<void> {
    const { action, keeping } = this.setting;
    const formData = this.dataOf(form);
    this.isDue = false;
    keeping?.sending();
    this.show({ kind: 'saving' });
    const answer = await action(idle, formData).catch(() => null);
    if (answer?.status === 'done' && answer.saved) {
      keeping?.saved();
      [this.version, this.unanswered, this.hasNews] = [answer.saved.version, null, true];
      return this.show(this.isDue ? { kind: 'soon' } : { kind: 'saved', at: answer.saved.at });
    }
    this.isDue = true;
    if (answer?.status === 'invalid') return this.show({ kind: 'invalid' });
    if (answer?.status === 'refused') {
      this.show({ kind: 'refused', refusal: answer.refusal });
      return isStale(this.state) ? this.setting.reload() : undefined;
    }
    this.unanswered = formData;
    this.show({ kind: (answer?.status === 'failed' && answer.trouble) || 'unreachable' });
    this.saveIn(intervals.retry);
  }

  private show(saving: Saving): void {
    this.state = saving;
    this.setting.show(saving);
  }
}

/** Says whether somebody else has stored another text since. */
export const isStale = (saving: Saving) => saving.kind === 'refused' && saving.refusal.code === 'stale';
