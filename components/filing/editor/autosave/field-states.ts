import { countCharacters } from '@/lib/domain/report/completeness';
import {
  contentOf,
  type EntryContent,
  type EntryForm,
  entryKeys,
  type FieldContent,
  findField,
} from '@/lib/domain/report/entry';
import type { FieldChange, FieldConflict, FieldSaves, SavedField, SavedFrom } from '@/lib/domain/report/field-save';
import type { NearCopy } from '@/lib/reports/last-period/data';

/** One field of one task, as a key. */
export type FieldKey = `${string} ${SavedField}`;

export type NamedField = { taskId: string; field: SavedField };

export const fieldKey = ({ taskId, field }: NamedField): FieldKey => `${taskId} ${field}`;

export function fieldOf(key: FieldKey): NamedField {
  const [taskId = '', field] = key.split(' ');
  return { taskId, field: field as SavedField };
}

/** A field as stored, as far as this tab knows. */
export type StoredField = SavedFrom & { version: number; content: FieldContent; by: string; at: string | null };

export type StoredEntry = EntryContent & { taskId: string; fieldSaves: FieldSaves };

/** Gives the fields of the stored entries, each with its version, its author and the time of its save. */
export function storedFields(entries: readonly StoredEntry[], form: EntryForm): ReadonlyMap<FieldKey, StoredField> {
  const fieldsOf = ({ taskId, fieldSaves, ...content }: StoredEntry) =>
    form.fields.map((field): [FieldKey, StoredField] => {
      const { version = 0, by = '', at = null, ...from } = fieldSaves[field.key] ?? {};
      const named = fieldKey({ taskId, field: field.key });
      return [named, { version, by, at, ...from, content: contentOf(content, field) }];
    });
  return new Map(entries.flatMap(fieldsOf));
}

export type FieldState = StoredField & {
  /** The content of the form. */
  typed: FieldContent;
  isSending: boolean;
  /**
   * A content sent without an answer yet. It may be stored or not, so it is sent again unchanged until that is known.
   */
  unanswered: { content: FieldContent } | null;
  /** False where the browser cannot keep unsaved text. */
  isKept: boolean;
  isTooLong: boolean;
  conflict: FieldConflict | null;
  likeness: number | null;
};

/** The state of a field that nobody has changed since it was stored. */
function settled(stored: StoredField): FieldState {
  const nothing = { isSending: false, unanswered: null, isTooLong: false, conflict: null, likeness: null };
  return { ...stored, ...nothing, isKept: true, typed: stored.content };
}

/** Says whether the form's content still differs from the stored one, or the outcome of a save is unknown. */
export const isUnsaved = (state: FieldState) =>
  state.typed !== state.content || state.unanswered !== null || state.conflict !== null;

/**
 * Says whether a field can be saved now: a conflict waits for its author, and a text that is too long would be refused.
 */
const isDue = (state: FieldState) => isUnsaved(state) && !isHeldUp(state);

/** Says whether its author must act before it can be saved. */
export const isHeldUp = (state: FieldState | undefined) => Boolean(state?.conflict || state?.isTooLong);

function isLonger(form: EntryForm, key: FieldKey, content: FieldContent): boolean {
  const field = findField(fieldOf(key).field, form);
  return field !== undefined && 'limit' in field && countCharacters(String(content ?? '')) > field.limit;
}

/** The conflict of a stored field with a text typed from an older version. */
function conflictWith(key: FieldKey, { version, content, by, at, accountId }: StoredField): FieldConflict {
  return { ...fieldOf(key), version, content, by, at: at ?? '', accountId };
}

/** The states of a report's fields, with subscriptions to their changes. */
export class FieldStates {
  private readonly states: Map<FieldKey, FieldState>;
  private readonly listeners = new Set<() => void>();
  private snapshot: FieldState[] | null = null;

  constructor(
    entries: readonly StoredEntry[],
    nearCopies: readonly NearCopy[],
    readonly form: EntryForm,
  ) {
    this.states = new Map([...storedFields(entries, form)].map(([key, field]) => [key, settled(field)]));
    this.mark(nearCopies);
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly of = (key: FieldKey): FieldState | undefined => this.states.get(key);

  /** The states of all fields; the same array until one of them changes. */
  readonly all = (): readonly FieldState[] => {
    this.snapshot ??= [...this.states.values()];
    return this.snapshot;
  };

  /**
   * Gives the changes that can be saved now. One without an answer is sent again as it was, to learn whether it is
   * stored.
   */
  due(): FieldChange[] {
    return [...this.states].flatMap(([key, state]) =>
      isDue(state)
        ? [{ ...fieldOf(key), version: state.version, ...(state.unanswered ?? { content: state.typed }) }]
        : [],
    );
  }

  /** The present content of a task's fields. */
  contentOf(taskId: string): EntryContent {
    const typed = entryKeys(this.form).map((field) => [field, this.states.get(fieldKey({ taskId, field }))?.typed]);
    return Object.fromEntries(typed);
  }

  /** Counts the texts of a task that are too long, which cannot be stored. */
  countTooLong(taskId: string): number {
    return entryKeys(this.form).filter((field) => this.states.get(fieldKey({ taskId, field }))?.isTooLong).length;
  }

  change(key: FieldKey, changed: Partial<FieldState>): void {
    const state = this.states.get(key);
    if (!state) return;
    this.states.set(key, { ...state, ...changed });
    this.notify();
  }

  /**
   * Takes the content of the form; false where the field has it already. If another text has been stored since the
   * version from which it was typed, both are shown.
   */
  type(key: FieldKey, content: FieldContent, version = Number.POSITIVE_INFINITY): boolean {
    const state = this.states.get(key);
    if (!state || state.typed === content) return false;
    const conflict = version < state.version ? conflictWith(key, state) : state.conflict;
    this.change(key, { typed: content, isTooLong: isLonger(this.form, key, content), conflict });
    return true;
  }

  /** Settles a conflict: its author has seen the stored version, and `content` replaces it. False where there is none. */
  settle(key: FieldKey, content: FieldContent): boolean {
    const conflict = this.states.get(key)?.conflict;
    if (!conflict) return false;
    const { taskId: _, field: __, ...stored } = conflict;
    this.change(key, { ...stored, typed: content, isTooLong: isLonger(this.form, key, content), conflict: null });
    return true;
  }

  /**
   * Takes over a field that somebody else has stored: it is updated where nobody is changing it, and a conflict shows the
   * new text. Gives the outcome.
   */
  follow(key: FieldKey, stored: StoredField, isHeld: boolean): 'unchanged' | 'updated' | 'skipped' {
    const state = this.states.get(key);
    if (!state || stored.version <= (state.conflict ?? state).version) return 'unchanged';
    if (!state.conflict && (isUnsaved(state) || isHeld)) return 'skipped';
    this.change(key, state.conflict ? { conflict: conflictWith(key, stored) } : { ...stored, typed: stored.content });
    return state.conflict ? 'unchanged' : 'updated';
  }

  /** Marks the sections whose stored text is nearly the last period's, and clears all other marks. */
  mark(nearCopies: readonly NearCopy[]): void {
    const likenesses = new Map<FieldKey, number>();
    for (const { taskId, section, likeness } of nearCopies)
      likenesses.set(fieldKey({ taskId, field: section }), likeness);
    for (const key of this.states.keys()) this.change(key, { likeness: likenesses.get(key) ?? null });
  }

  /** Waits until a field meets a condition, and gives it; null for a field that the report does not have. */
  until(key: FieldKey, holds: (state: FieldState) => boolean, signal: AbortSignal): Promise<FieldState | null> {
    return new Promise((resolve) => {
      const check = () => {
        const state = this.states.get(key);
        if (state && !holds(state)) return;
        end();
        resolve(state ?? null);
      };
      const end = this.subscribe(check);
      signal.addEventListener('abort', end);
      check();
    });
  }

  notify(): void {
    this.snapshot = null;
    for (const listener of this.listeners) listener();
  }
}
