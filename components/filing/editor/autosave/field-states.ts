import { type FieldKey, fieldKey, fieldOf, type StoredField } from '@/components/reports/field-key';
import type { FieldChange } from '@/lib/domain/report/field-save';
import type { NearCopy } from '@/lib/reports/last-period/data';
import { type FieldState, isDue, settled } from './field-state';

/** The states of a report's fields, with subscriptions to their changes. */
export class FieldStates {
  private readonly states: Map<FieldKey, FieldState>;
  private readonly listeners = new Set<() => void>();
  private snapshot: FieldState[] | null = null;

  constructor(stored: ReadonlyMap<FieldKey, StoredField>, nearCopies: readonly NearCopy[]) {
    this.states = new Map([...stored].map(([key, field]) => [key, settled(field)]));
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

  change(key: FieldKey, changed: Partial<FieldState>): void {
    const state = this.states.get(key);
    if (!state) return;
    this.states.set(key, { ...state, ...changed });
    this.notify();
  }

  /** Marks the sections whose stored text is nearly the last period's, and clears all other marks. */
  mark(nearCopies: readonly NearCopy[]): void {
    const likenesses = new Map<FieldKey, number>();
    for (const { taskId, section, likeness } of nearCopies)
      likenesses.set(fieldKey({ taskId, field: section }), likeness);
    for (const key of this.states.keys()) this.change(key, { likeness: likenesses.get(key) ?? null });
  }

  notify(): void {
    this.snapshot = null;
    for (const listener of this.listeners) listener();
  }
}
