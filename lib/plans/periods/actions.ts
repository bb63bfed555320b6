'use server';
import { routes } from '@/lib/routes';
import { periodActSchema } from '@/lib/schemas/plan-period';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import {
  closePeriod,
  movePeriodDeadline,
  movePeriodOpening,
  reopenPeriod,
  resumePeriod,
  skipPeriod,
} from './mutations';

/** Gives one act on a period of a plan. */
export const periodAction = formAction(
  periodActSchema,
  (given, context) => {
    switch (given.act) {
      case 'open-period':
        return movePeriodOpening(given, context);
      case 'move-deadline':
        return movePeriodDeadline(given, context);
      case 'close-period':
        return closePeriod(given, context);
      case 'reopen-period':
        return reopenPeriod(given, context);
      case 'skip-period':
        return skipPeriod(given, context);
      case 'resume-period':
        return resumePeriod(given, context);
    }
  },
  {
    done: ({ plan, act, quarter }) =>
      comeBackTo(`${routes.planSection(plan, 'periods')}?${new URLSearchParams({ done: act, quarter })}`),
  },
);
