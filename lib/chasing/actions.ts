'use server';
import { routes } from '@/lib/routes';
import { chaseSchema } from '@/lib/schemas/chasing';
import { setChasingScheduleSchema } from '@/lib/schemas/chasing-schedule';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { askToChaseAll, chaseReports, setChasingSchedule } from './mutations';

/** Chases one, some or all of the agencies that have not filed for a period; all of them only once it is confirmed. */
export const chaseAction = formAction(
  chaseSchema,
  async ({ selection, plan = '', quarter = '', reportId, named, again: seen, ...said }, context) => {
    if (selection === 'all') return askToChaseAll({ plan, periodCode: quarter, seen }, context);
    return chaseReports({ ...said, seen, reportIds: selection === 'named' ? named : reportId }, context);
  },
  {
    done: ({ plan, quarter }, { chased, skipped }) => {
      const known = { ...(plan && { plan }), ...(quarter && { quarter }), done: String(chased) };
      comeBackTo(
        `${routes.chasing()}?${new URLSearchParams({ ...known, ...(skipped && { skipped: String(skipped) }) })}`,
      );
    },
  },
);

/** Sets the chasing schedule of a plan: on which working days around the last day whom the portal notifies. */
export const setChasingScheduleAction = formAction(setChasingScheduleSchema, setChasingSchedule, {
  done: ({ plan }) => comeBackTo(`${routes.chasingSchedule(encodeURIComponent(plan))}&done=1`),
});
