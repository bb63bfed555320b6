'use server';
import { routes } from '@/lib/routes';
import { chaseSchema } from '@/lib/schemas/chasing';
import { setChasingScheduleSchema } from '@/lib/schemas/chasing-schedule';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { chaseReports, listAllUnfiled, setChasingSchedule } from './mutations';

/** Chases one, some or all of the agencies that have not filed for a period. */
export const chaseAction = formAction(
  chaseSchema,
  async ({ selection, plan = '', quarter = '', reportId, ...said }, context) => {
    const reportIds =
      selection === 'all' ? await listAllUnfiled({ plan, periodCode: quarter }, context.actor) : reportId;
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
export const setChasingScheduleAction = formAction(setChasingScheduleSchema, setChasingSchedule, {
  done: ({ plan }) => comeBackTo(`${routes.chasingSchedule(encodeURIComponent(plan))}&done=1`),
});
