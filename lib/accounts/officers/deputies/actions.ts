'use server';
import { endDeputySchema, nameDeputySchema } from '@/lib/schemas/officers';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { endDeputy, nameDeputy } from './mutations';

/** Names the deputy of an approver for some days. */
export const nameDeputyAction = formAction(
  nameDeputySchema,
  ({ agencyId, reason, ...wanted }, context) => nameDeputy(wanted, { ...context, agencyId, reason }),
  reloadAlways,
);

/** Ends a deputation at once. */
export const endDeputyAction = formAction(
  endDeputySchema,
  ({ agencyId, reason, deputationId }, context) => endDeputy(deputationId, { ...context, agencyId, reason }),
  reloadAlways,
);
