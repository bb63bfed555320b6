'use server';
import { routes } from '@/lib/routes';
import { lateFilingSchema } from '@/lib/schemas/late-filing';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { setLateFiling } from './mutations';

/** Opens or closes late filing for one, some or all of the agencies that have not filed for a period. */
export const setLateFilingAction = formAction(
  lateFilingSchema,
  ({ act, plan = '', quarter = '', reportId }, context) =>
    setLateFiling(
      {
        reports: act === 'open-all' || act === 'close-all' ? { plan, periodCode: quarter } : reportId,
        isOpen: act === 'open' || act === 'open-all',
      },
      context,
    ),
  {
    done: ({ plan = '', quarter = '', act }, count) => {
      const done = act === 'open' || act === 'open-all' ? 'open' : 'close';
      const address = new URLSearchParams({ plan, quarter, done, count: String(count) });
      comeBackTo(`${routes.lateFiling()}?${address}`);
    },
  },
);
