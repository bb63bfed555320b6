import type { FieldChange, FieldContent } from '@/lib/domain/field-save';
import type { NearCopy } from '@/lib/domain/near-copy';
import type { Refusal } from '@/lib/domain/refusal';
import { type FieldKey, fieldKey, fieldOf, type StoredField } from './field-key';
import { type FieldState, isDue, isLonger, isUnsaved, settled } from './field-state';
import { forgetText, keepText } from './kept-texts';
import { type Answer, sendChanges } from './send-changes';

/** What keeps saves from coming through; each is over as soon as one does. */
export type Trouble = { kind: 'unreachable' | 'signed-out' } | { kind: 'refused'; refusal: Refusal } | null;

const rhythm = { pause: 2_000, firstRetry: 1_000, lastRetry: 15_000 };

type Setting = {
  reportId: string;
  accountId: string;
  tabId: string;
  put: (key: FieldKey, content: FieldContent) => void;
};

/**
 * Saves the fields of one report while somebody types: two seconds after the last key, and when the field is left. What is
 * not saved yet lies in the browser; one request is under way at a time, and what gets no answer is sent again.
 */
export class Autosave {
  private readonly fields = new Map<FieldKey, FieldState>();
  private readonly pauses = new Map<FieldKey, number>();
  private readonly listeners = new Set<() => void>();
  private retry: number | undefined;
  private delay = rhythm.firstRetry;
  private sending: Promise<void> | null = null;
  trouble: Trouble = null;

  constructor(
    private readonly setting: Setting,
    stored: ReadonlyMap<FieldKey, StoredField>,
    nearCopies: readonly NearCopy[],
  ) {
    for (const [key, field] of stored) this.fields.set(key, settled(field));
    this.mark(nearCopies);
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly stateOf = (key: FieldKey): FieldState | undefined => this.fields.get(key);

  /** The states of all fields; the same array until one of them changes. */
  readonly states = (): readonly FieldState[] => {
    this.snapshot ??= [...this.fields.values()];
    return this.snapshot;
  };
  private snapshot: FieldState[] | null = null;

  /** Takes what the form holds now, at every key; it is saved when the typing pauses. */
  typed(key: FieldKey, content: FieldContent): void {
    const state = this.fields.get(key);
    if (!state || state.typed === content) return;
    this.change(key, { typed: content, isTooLong: isLonger(key, content) });
    void this.keep(key);
    clearTimeout(this.pauses.get(key));
    this.pauses.set(
      key,
      window.setTimeout(() => void this.save(), rhythm.pause),
    );
  }

  /** Saves all that is unsaved, now; gives whether everything is saved then. */
  async save(): Promise<boolean> {
    while (this.sending) await this.sending;
    const changes = this.changes();
    if (changes.length > 0) {
      this.sending = this.send(changes).finally(() => {
        this.sending = null;
      });
      await this.sending;
    }
    return !this.states().some(isUnsaved);
  }

  /** Settles a conflict: the version that is stored has been read, and `content` is what shall stand. */
  settle(key: FieldKey, content: FieldContent): void {
    const conflict = this.fields.get(key)?.conflict;
    if (!conflict) return;
    const stored = { version: conflict.version, content: conflict.content, by: conflict.by, at: conflict.at };
    this.change(key, { ...stored, typed: content, isTooLong: isLonger(key, content), conflict: null });
    this.setting.put(key, content);
    void (content === conflict.content ? this.forget(key) : this.keep(key));
    void this.save();
  }

  /** Puts a text back that an earlier visit left, typed from `version`; where another one is stored since, both are shown. */
  restore(key: FieldKey, content: FieldContent, version: number): void {
    const state = this.fields.get(key);
    if (!state) return;
    const { by, at } = state;
    const isOvertaken = version < state.version && content !== state.content;
    const conflict = { ...fieldOf(key), version: state.version, content: state.content, by, at: at ?? '' };
    this.setting.put(key, content);
    this.change(key, { typed: content, isTooLong: isLonger(key, content), conflict: isOvertaken ? conflict : null });
    void this.keep(key);
    void this.save();
  }

  /** Takes what others have stored: a field that is neither touched nor under the cursor follows it. */
  follow(stored: ReadonlyMap<FieldKey, StoredField>, held: FieldKey | null): void {
    for (const [key, field] of stored) {
      const state = this.fields.get(key);
      const isFree = state && !isUnsaved(state) && !state.isSending && key !== held;
      if (!isFree || field.version <= state.version) continue;
      this.change(key, { ...field, typed: field.content });
      this.setting.put(key, field.content);
    }
  }

  /** Sends what is left, without waiting for the answer. */
  stop(): void {
    void this.save();
    for (const timer of [this.retry, ...this.pauses.values()]) clearTimeout(timer);
  }

  private changes(): FieldChange[] {
    return [...this.fields].flatMap(([key, state]) =>
      isDue(state) ? [{ ...fieldOf(key), version: state.version, content: state.typed }] : [],
    );
  }

  private async send(changes: FieldChange[]): Promise<void> {
    clearTimeout(this.retry);
    for (const change of changes) this.change(fieldKey(change), { isSending: true });
    const answer = await sendChanges(this.setting.reportId, this.setting.accountId, changes);
    for (const change of changes) this.change(fieldKey(change), { isSending: false });
    if (answer.kind === 'saved') this.take(answer, changes);
    else this.wait(answer);
  }

  private take(answer: Extract<Answer, { kind: 'saved' }>, sent: FieldChange[]): void {
    [this.trouble, this.delay] = [null, rhythm.firstRetry];
    for (const { version, at, ...named } of answer.saved) {
      const key = fieldKey(named);
      const content = sent.find((change) => fieldKey(change) === key)?.content;
      if (content === undefined) continue;
      this.change(key, { version, at, content, by: '' });
      void (this.fields.get(key)?.typed === content ? this.forget(key) : this.keep(key));
    }
    for (const conflict of answer.conflicts) this.change(fieldKey(conflict), { conflict });
    for (const change of sent) this.change(fieldKey(change), { likeness: null });
    this.mark(answer.nearCopies);
  }

  private wait(answer: Exclude<Answer, { kind: 'saved' }>): void {
    this.trouble = answer;
    this.tell();
    if (answer.kind !== 'unreachable') return;
    this.retry = window.setTimeout(() => void this.save(), this.delay);
    this.delay = Math.min(this.delay * 2, rhythm.lastRetry);
  }

  private mark(nearCopies: readonly NearCopy[]): void {
    for (const { taskId, section, likeness } of nearCopies)
      this.change(fieldKey({ taskId, field: section }), { likeness });
  }

  private async keep(key: FieldKey): Promise<void> {
    const state = this.fields.get(key);
    if (!state) return;
    const { version, typed: content } = state;
    // By the browser's clock, which is shown to nobody but its own user.
    const at = performance.timeOrigin + performance.now();
    const isKept = await keepText({ ...this.owner(key), version, content, at });
    this.change(key, { isKept });
    // It may have been saved while the browser was writing it down.
    const now = this.fields.get(key);
    if (now && !isUnsaved(now)) await this.forget(key);
  }

  private forget(key: FieldKey): Promise<void> {
    return forgetText(this.owner(key));
  }

  private owner(key: FieldKey) {
    const { reportId, accountId, tabId } = this.setting;
    return { reportId, accountId, tabId, ...fieldOf(key) };
  }

  private change(key: FieldKey, changed: Partial<FieldState>): void {
    const state = this.fields.get(key);
    if (!state) return;
    this.fields.set(key, { ...state, ...changed });
    this.tell();
  }

  private tell(): void {
    this.snapshot = null;
    for (const listener of this.listeners) listener();
  }
}
