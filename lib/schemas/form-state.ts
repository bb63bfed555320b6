import type { RegisterPreview } from '@/lib/domain/agencies/register-file';
import type { Refusal } from '@/lib/domain/refusal';

/**
 * Typed values by field name as the form spells it (`entries[0].progress`); checkboxes of one name have one line each.
 */
export type FormValues = Record<string, string>;

/**
 * The reason for which the database did not do what it was asked, where asking again may help: it is busy (a lock, too
 * many at once), it is away, or its disk is full. Only while it is away, the outcome may be unknown.
 */
export type DatabaseTrouble = 'busy' | 'away' | 'full';

/** The result of a form's last submission. */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, string[] | null>; values: FormValues }
  | { status: 'refused'; refusal: Refusal; values: FormValues }
  | { status: 'failed'; reference: string; trouble?: DatabaseTrouble; values: FormValues }
  | {
      status: 'done';
      opened?: OpenedAccount;
      checked?: CheckedFile;
      saved?: SavedDraft;
      registerFile?: RegisterPreview;
    };

/** The server action of a form: from its last state and what was submitted to its next state. */
export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>;

/** A draft that was saved while its author goes on writing: its new version, and when it was saved. */
export type SavedDraft = { version: number; at: string };

/** An account created by an action, with its one-time password, which is shown once and never stored. */
export type OpenedAccount = { userName: string; displayName: string; oneTimePassword: string };

/** An exported version whose content is the one that was filed under this receipt. */
export type CheckedFile = { receiptNumber: string; agencyName: string; version: number };

export const idle: FormState = { status: 'idle' };

/** Says whether a checkbox is ticked: as submitted if the form was not accepted, otherwise as stored. */
export function isTicked(state: FormState, box: { name: string; value?: string }, stored: boolean): boolean {
  return 'values' in state ? (state.values[box.name] ?? '').split('\n').includes(box.value ?? 'on') : stored;
}

/** Gives the values typed into a form that was not accepted; otherwise none. */
export function typedIn(state: FormState): FormValues {
  return 'values' in state ? state.values : {};
}
