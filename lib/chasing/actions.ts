'use server';
import { routes } from '@/lib/routes';
import { chaseSchema } from '@/lib/schemas/chasing';
import { setLadderSchema } from '@/lib/schemas/chasing-ladder';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { chaseReports, listAllUnfiled, setLadder } from './mutations';

/** Chases one, some or all of the agencies that have not filed for a period. */
export const chaseAction = formAction(
  chaseSchema,
  async ({ reach, plan = '', quarter = '', reportId, ...said }, context) => {
    const reportIds = reach === 'all' ? await listAllUnfiled({ plan, periodCode: quarter }, context.actor) : reportId;
    return chaseReports({ ...said, reportIds }, context);
  },
  {
    done: ({ plan, quarter }, count) => {
      const address = new URLSearchParams({ ...(plan && { plan }), ...(quarter && { quarter }), done: String(count) });
      comeBackTo(`${routes.chasing()}?${address}`);
    },
  },
);

/** Sets the chasing schedule of a plan: on which working days around the last day whom the portal notifies. */
export const setLadderAction = formAction(setLadderSchema, setLadder, {
  done: ({ plan }) => comeBackTo(`${routes.chasingLadder(encodeURIComponent(plan))}&done=1`),
});
