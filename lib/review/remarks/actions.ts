'use server';
import { remarkSchema, withdrawRemarkSchema } from '@/lib/schemas/remark';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { remark, withdrawRemark } from './mutations';

/** Writes a remark on a section of a filed report, or on a task as a whole. */
export const remarkAction = formAction(
  remarkSchema,
  ({ reportId, ...given }, context) => remark(reportId, given, context),
  reloadAlways,
);

/** Withdraws a remark. */
export const withdrawRemarkAction = formAction(
  withdrawRemarkSchema,
  ({ reportId, remarkId }, context) => withdrawRemark(reportId, remarkId, context),
  reloadAlways,
);
