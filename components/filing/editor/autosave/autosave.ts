import { forgetText, type KeptText, keepText } from '@/components/forms/kept-texts/kept-texts';
import type { Rhythm } from '@/lib/domain/calendar/period';
import type { Refusal } from '@/lib/domain/refusal';
import type { FieldContent } from '@/lib/domain/report/entry';
import type { FieldChange, FieldConflict } from '@/lib/domain/report/field-save';
import type { NearCopy } from '@/lib/reports/last-period/data';
import { routes } from '@/lib/routes';
import type { DatabaseTrouble } from '@/lib/schemas/form-state';
import {
  type FieldKey,
  type FieldStates,
  fieldKey,
  isUnsaved,
  type NamedField,
  type StoredEntry,
  storedFields,
} from './field-states';
import { keptFieldKey, reportPlace } from './kept-field';
import { keptOutcome } from './kept-outcome';

type SavedVersion = NamedField & { version: number };

/**
 * The outcome of a save. A missing answer and a server error are tried again, a refusal is not. `unfit` is a request
 * that the portal cannot parse.
 */
type Answer =
  | { kind: 'saved'; saved: (SavedVersion & { at: string })[]; conflicts: FieldConflict[]; nearCopies: NearCopy[] }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'signed-out' | 'unreachable' | 'unfit' | DatabaseTrouble };

/** The obstacle to saving; it is over as soon as one save succeeds. */
export type Trouble = Exclude<Answer, { kind: 'saved' }> | null;

const intervals = { pause: 2_000, firstRetry: 1_000, lastRetry: 15_000, timeout: 15_000 };
/** Most fields in one request. */
const mostAtOnce = 100;
// Browsers limit the body of a request with keepalive to 64 KB.
const mostKeptAlive = 60_000;

/** The trouble that a 503 names; another server error may come from anywhere on the way. */
async function troubleOf(response: Response): Promise<DatabaseTrouble | 'unreachable'> {
  const { trouble }: { trouble?: DatabaseTrouble } = await response.json().catch(() => ({}));
  return trouble ?? 'unreachable';
}

/** A save that is tried again by itself. */
const isRetried = ({ kind }: Answer) => kind === 'unreachable' || kind === 'busy' || kind === 'away' || kind === 'full';

async function answerOf(response: Response): Promise<Answer> {
  if (response.ok) return { kind: 'saved', ...(await response.json()) };
  if (response.status === 401) return { kind: 'signed-out' };
  if (response.status >= 500) return { kind: await troubleOf(response) };
  const { refusal } = (await response.json()) as { refusal?: Refusal };
  return refusal ? { kind: 'refused', refusal } : { kind: 'unfit' };
}

type Setting = {
  reportId: string;
  accountId: string;
  rhythm: Rhythm;
  tabId: string;
  put: (key: FieldKey, content: FieldContent) => void;
};

/** Saves fields for an account; refused as signed out where another account has signed in meanwhile. */
async function sendChanges({ reportId, accountId, tabId }: Setting, changes: FieldChange[]): Promise<Answer> {
  const body = JSON.stringify({ accountId, tabId, changes });
  const request = {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body,
    keepalive: new Blob([body]).size < mostKeptAlive,
    signal: AbortSignal.timeout(intervals.timeout),
  };
  return fetch(routes.reportFields(reportId), request)
    .then(answerOf)
    .catch(() => ({ kind: 'unreachable' }));
}

/**
 * Saves the fields of one report while its user types: two seconds after the last key, and when a field is left.
 * Unsaved text is kept in the browser; only one request runs at a time, and one without an answer is sent again.
 */
export class Autosave {
  private readonly pauses = new Map<FieldKey, number>();
  private retry: number | undefined;
  private delay = intervals.firstRetry;
  private sending: Promise<void> | null = null;
  private isStopped = false;
  trouble: Trouble = null;

  constructor(
    readonly setting: Setting,
    readonly fields: FieldStates,
  ) {}

  /** Takes the present content of a field, at every key; it is saved when the typing pauses. */
  typed(key: FieldKey, content: FieldContent): void {
    if (!this.fields.type(key, content)) return;
    void this.keep(key);
    clearTimeout(this.pauses.get(key));
    this.pauses.set(key, this.saveIn(intervals.pause));
  }

  /** Takes a text that was typed from an earlier `version`. */
  typedFrom(key: FieldKey, content: FieldContent, version: number): void {
    if (this.fields.type(key, content, version)) void this.keep(key);
  }

  /** Saves everything unsaved now; gives whether all of it was saved. */
  async save(): Promise<boolean> {
    while (this.sending) await this.sending;
    if (this.fields.due().length > 0) {
      this.sending = this.sendDue().finally(() => {
        this.sending = null;
      });
      await this.sending;
    }
    return !this.fields.all().some(isUnsaved);
  }

  /** Settles a conflict: its author has seen the stored version, and `content` replaces it. */
  settle(key: FieldKey, content: FieldContent): void {
    if (!this.fields.settle(key, content)) return;
    this.setting.put(key, content);
    void this.keep(key);
    void this.save();
  }

  /**
   * Gives a text that another window left back to its field and saves it, as soon as the field holds nothing unsaved; a
   * text that somebody else has stored since is a conflict. Says whether it was given back: it may be overtaken.
   */
  async giveBack(kept: KeptText, signal: AbortSignal): Promise<boolean> {
    const key = keptFieldKey(kept);
    const state = await this.fields.until(key, (field) => !isUnsaved(field), signal);
    if (!state) return false;
    const outcome = keptOutcome(kept, state);
    if (outcome !== 'overtaken') {
      const content = kept.content as FieldContent;
      this.typedFrom(key, content, outcome === 'next' ? state.version : Number(kept.base));
      this.setting.put(key, content);
      await this.keep(key);
      if (!this.fields.of(key)?.isKept) return true;
    }
    await forgetText(kept);
    void this.save();
    return outcome !== 'overtaken';
  }

  /** Takes over entries as stored now, but for the focused field; gives whether a field was skipped. */
  follow(entries: readonly StoredEntry[], held: FieldKey | null): boolean {
    let hasPassed = false;
    for (const [key, field] of storedFields(entries, this.fields.form)) {
      const outcome = this.fields.follow(key, field, key === held);
      if (outcome === 'updated') this.setting.put(key, field.content);
      hasPassed ||= outcome === 'skipped';
    }
    return hasPassed;
  }

  /** Says, once no save is running, whether this tab has fields at these versions or later ones. */
  async knows(fields: readonly SavedVersion[]): Promise<boolean> {
    while (this.sending) await this.sending;
    return fields.every((field) => field.version <= (this.fields.of(fieldKey(field))?.version ?? 0));
  }

  /** Sends unsaved fields without waiting for the answer. */
  stop(): void {
    this.isStopped = true;
    for (const timer of [this.retry, ...this.pauses.values()]) clearTimeout(timer);
    void this.save();
  }

  private saveIn(milliseconds: number): number {
    return window.setTimeout(() => void this.save(), milliseconds);
  }

  /** Text typed while an answer was lost, and fields beyond the limit of one request, are sent with the next one. */
  private async sendDue(): Promise<void> {
    for (let due = this.fields.due(); due.length > 0; ) {
      const changes = due.slice(0, mostAtOnce);
      const isMore =
        due.length > mostAtOnce || changes.some((change) => this.fields.of(fieldKey(change))?.typed !== change.content);
      await this.send(changes);
      due = isMore && !this.trouble ? this.fields.due() : [];
    }
  }

  private async send(changes: FieldChange[]): Promise<void> {
    clearTimeout(this.retry);
    for (const change of changes)
      this.fields.change(fieldKey(change), { isSending: true, unanswered: { content: change.content } });
    const answer = await sendChanges(this.setting, changes);
    const isKnown = !['unreachable', 'away', 'signed-out'].includes(answer.kind);
    const answered = isKnown ? { isSending: false, unanswered: null } : { isSending: false };
    for (const change of changes) this.fields.change(fieldKey(change), answered);
    if (answer.kind === 'saved') this.take(answer, changes);
    else this.wait(answer);
  }

  private take(answer: Extract<Answer, { kind: 'saved' }>, sent: FieldChange[]): void {
    [this.trouble, this.delay] = [null, intervals.firstRetry];
    const { accountId, tabId } = this.setting;
    for (const { version, at, ...named } of answer.saved) {
      const key = fieldKey(named);
      const content = sent.find((change) => fieldKey(change) === key)?.content;
      if (content === undefined) continue;
      this.fields.change(key, { version, at, content, by: '', accountId, tabId });
      void this.keep(key);
    }
    for (const conflict of answer.conflicts) this.fields.change(fieldKey(conflict), { conflict });
    this.fields.mark(answer.nearCopies);
  }

  private wait(answer: Exclude<Answer, { kind: 'saved' }>): void {
    this.trouble = answer;
    this.fields.notify();
    if (!isRetried(answer) || this.isStopped) return;
    this.retry = this.saveIn(this.delay);
    this.delay = Math.min(this.delay * 2, intervals.lastRetry);
  }

  /** Keeps a field's unsaved text in the browser, and deletes it once it is saved. */
  private async keep(key: FieldKey): Promise<void> {
    const state = this.fields.of(key);
    if (!state) return;
    const { reportId, accountId, tabId } = this.setting;
    const owner = { accountId, place: reportPlace(reportId), field: key, tabId };
    if (!isUnsaved(state)) return forgetText(owner);
    const { version, typed: content, unanswered: sent } = state;
    // By the browser's clock, because the time is shown to its own user only.
    const at = performance.timeOrigin + performance.now();
    this.fields.change(key, { isKept: await keepText({ ...owner, base: String(version), content, sent, at }) });
  }
}
