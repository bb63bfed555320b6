'use server';
import { listAllUnfiled } from '@/lib/chasing/data';
import { scopeOf } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { lateFilingSchema } from '@/lib/schemas/late-filing';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { setLateFiling } from './mutations';

/** Opens or closes late filing for one, some or all of the agencies that have not filed for a period. */
export const setLateFilingAction = formAction(
  lateFilingSchema,
  async ({ act, plan = '', quarter = '', reportId }, context) => {
    const isAll = act === 'open-all' || act === 'close-all';
    const unfiled = isAll ? await listAllUnfiled(scopeOf(context.actor), { plan, periodCode: quarter }) : [];
    const reportIds = isAll ? unfiled.map(({ id }) => id) : reportId;
    return setLateFiling({ reportIds, isOpen: act === 'open' || act === 'open-all' }, context);
  },
  {
    done: ({ plan = '', quarter = '', act }, count) => {
      const done = act === 'open' || act === 'open-all' ? 'open' : 'close';
      const address = new URLSearchParams({ plan, quarter, done, count: String(count) });
      comeBackTo(`${routes.lateFiling()}?${address}`);
    },
  },
);
