'use server';
import { refresh } from 'next/cache';
import { moveClockSchema } from '@/lib/schemas/demonstration';
import type { FormState } from '@/lib/schemas/form-state';
import { openFormAction } from '@/lib/server/forms/action';
import { moveClock } from './mutations';

const moveClockForm = openFormAction(
  moveClockSchema,
  ({ move }) => moveClock(move),
  () => {
    refresh();
    return { status: 'done' };
  },
);

/** Moves the clock of a demonstration forward, for all its visitors; refused on a portal that is none. */
export async function moveClockAction(previous: FormState, formData: FormData): Promise<FormState> {
  return moveClockForm(previous, formData);
}
