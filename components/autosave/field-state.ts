import { countCharacters, reasonLimit, sectionLimit } from '@/lib/domain/completeness';
import type { FieldConflict, FieldContent } from '@/lib/domain/field-save';
import { type FieldKey, fieldOf, type StoredField } from './field-key';

export type FieldState = StoredField & {
  /** What the form holds. */
  typed: FieldContent;
  isSending: boolean;
  /** Whether the browser keeps what is not saved yet. */
  isKept: boolean;
  isTooLong: boolean;
  conflict: FieldConflict | null;
  likeness: number | null;
};

/** A field in which nobody has typed since it was stored. */
export function settled(stored: StoredField): FieldState {
  const nothing = { isSending: false, isKept: false, isTooLong: false, conflict: null, likeness: null };
  return { ...stored, ...nothing, typed: stored.content };
}

export const isUnsaved = (state: FieldState) => state.typed !== state.content;

/** Says whether a field can be saved now: a conflict waits for its author, and what is too long is refused anyway. */
export const isDue = (state: FieldState) => isUnsaved(state) && !state.conflict && !state.isTooLong;

export function isLonger(key: FieldKey, content: FieldContent): boolean {
  const limit = fieldOf(key).field === 'noProgressReason' ? reasonLimit : sectionLimit;
  return typeof content === 'string' && countCharacters(content) > limit;
}
