import { type FieldKey, fieldOf, type StoredField } from '@/components/reports/field-key';
import { countCharacters, reasonLimit, sectionLimit } from '@/lib/domain/report/completeness';
import type { FieldConflict, FieldContent } from '@/lib/domain/report/field-save';

export type FieldState = StoredField & {
  /** What the form holds. */
  typed: FieldContent;
  isSending: boolean;
  /** What was sent and has no answer yet: it may be stored, or not, and is sent as it was until it is known. */
  unanswered: { content: FieldContent } | null;
  /** False where the browser does not keep what is not saved yet. */
  isKept: boolean;
  isTooLong: boolean;
  conflict: FieldConflict | null;
  likeness: number | null;
};

/** A field in which nobody has typed since it was stored. */
export function settled(stored: StoredField): FieldState {
  const nothing = { isSending: false, unanswered: null, isTooLong: false, conflict: null, likeness: null };
  return { ...stored, ...nothing, isKept: true, typed: stored.content };
}

/** Says whether something is left to do until what the form holds is stored and nothing else is. */
export const isUnsaved = (state: FieldState) =>
  state.typed !== state.content || state.unanswered !== null || state.conflict !== null;

/** Says whether a field can be saved now: a conflict waits for its author, and what is too long is refused anyway. */
export const isDue = (state: FieldState) => isUnsaved(state) && !isHeldUp(state);

/** Says whether its author must do something before it can be saved. */
export const isHeldUp = (state: FieldState | undefined) => Boolean(state?.conflict || state?.isTooLong);

export function isLonger(key: FieldKey, content: FieldContent): boolean {
  const limit = fieldOf(key).field === 'noProgressReason' ? reasonLimit : sectionLimit;
  return typeof content === 'string' && countCharacters(content) > limit;
}
