'use server';
import { moveClockSchema } from '@/lib/schemas/demonstration';
import { openFormAction, reload } from '@/lib/server/forms/action';
import { moveClock } from './mutations';

/** Moves the clock of a demonstration forward, for all its visitors; refused on a portal that is none. */
export const moveClockAction = openFormAction(moveClockSchema, ({ move }) => moveClock(move), {
  done: reload,
});
