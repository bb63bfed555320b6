import type { Refusal } from '@/lib/domain/refusal';

/** Field names as the form spells them (`entries[0].progress`), and what was typed there; of boxes that share a name, each on a line. */
export type FormValues = Record<string, string>;

/** What a form knows of its last submission. */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, string[] | null>; values: FormValues }
  | { status: 'refused'; refusal: Refusal; values: FormValues }
  | { status: 'failed'; reference: string; values: FormValues }
  | { status: 'done'; opened?: OpenedAccount };

/** An account that an action has opened, with what is told once and stored nowhere. */
export type OpenedAccount = { userName: string; displayName: string; oneTimePassword: string };

export const idle: FormState = { status: 'idle' };

/** Whether a box is ticked: as it was in a form that was not accepted, as it is stored otherwise. */
export function isTicked(state: FormState, box: { name: string; value?: string }, stored: boolean): boolean {
  return 'values' in state ? (state.values[box.name] ?? '').split('\n').includes(box.value ?? 'on') : stored;
}

/** What was typed into a form that was not accepted; empty otherwise. */
export function typedIn(state: FormState): FormValues {
  return 'values' in state ? state.values : {};
}
