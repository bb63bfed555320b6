import { type FieldKey, fieldOf, type StoredField } from '@/components/reports/field-key';
import { countCharacters } from '@/lib/domain/report/completeness';
import { type FieldContent, fieldOfKey } from '@/lib/domain/report/entry';
import type { FieldConflict } from '@/lib/domain/report/field-save';

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
export function settled(stored: StoredField): FieldState {
  const nothing = { isSending: false, unanswered: null, isTooLong: false, conflict: null, likeness: null };
  return { ...stored, ...nothing, isKept: true, typed: stored.content };
}

/** Says whether the form's content still differs from the stored one, or the outcome of a save is unknown. */
export const isUnsaved = (state: FieldState) =>
  state.typed !== state.content || state.unanswered !== null || state.conflict !== null;

/**
 * Says whether a field can be saved now: a conflict waits for its author, and a text that is too long would be refused.
 */
export const isDue = (state: FieldState) => isUnsaved(state) && !isHeldUp(state);

/** Says whether its author must act before it can be saved. */
export const isHeldUp = (state: FieldState | undefined) => Boolean(state?.conflict || state?.isTooLong);

export function isLonger(key: FieldKey, content: FieldContent): boolean {
  const field = fieldOfKey(fieldOf(key).field);
  return 'limit' in field && countCharacters(String(content ?? '')) > field.limit;
}
