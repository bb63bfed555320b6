'use server';
import { updateTag } from 'next/cache';
import { publicTag } from '@/lib/publication/cache-tags';
import { moveClockSchema } from '@/lib/schemas/demonstration';
import { openFormAction, reload } from '@/lib/server/forms/action';
import { moveClock } from './mutations';

/** Moves the clock of a demonstration forward, for all its visitors; refused on a portal that is none. */
export const moveClockAction = openFormAction(moveClockSchema, ({ move }) => moveClock(move), {
  done: () => {
    updateTag(publicTag);
    return reload();
  },
});
