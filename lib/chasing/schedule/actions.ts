'use server';
import { routes } from '@/lib/routes';
import { setLadderSchema } from '@/lib/schemas/chasing-ladder';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { setLadder } from './mutations';

/** Sets the chasing schedule of a plan: on which working days around the last day whom the portal notifies. */
export const setLadderAction = formAction(setLadderSchema, setLadder, {
  done: ({ plan }) => comeBackTo(`${routes.chasingLadder(encodeURIComponent(plan))}&done=1`),
});
