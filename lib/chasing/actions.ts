'use server';
import { routes } from '@/lib/routes';
import { chaseSchema } from '@/lib/schemas/chasing';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { chaseReports, listAllUnfiled } from './mutations';

/** Chases one, some or all of the agencies that have not filed for a quarter. */
export const chaseAction = formAction(
  chaseSchema,
  async ({ reach, plan = '', quarter = '', reportId, ...said }, context) => {
    const reportIds = reach === 'all' ? await listAllUnfiled({ plan, quarter }, context.actor) : reportId;
    return chaseReports({ ...said, reportIds }, context);
  },
  {
    done: ({ plan, quarter }, count) => {
      const address = new URLSearchParams({ ...(plan && { plan }), ...(quarter && { quarter }), done: String(count) });
      comeBackTo(`${routes.chasing()}?${address}`);
    },
  },
);
