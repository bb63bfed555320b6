import { z } from 'zod';
import { addressText } from './address-text';
import { civilDateSchema } from './review';

const id = z.uuid({ error: 'not-valid' });
const chosen = z.uuid({ error: 'required' });

/** Sent in place of a reviewer's id to leave the agencies without a reviewer. */
export const nobody = 'nobody';

export const assignAgenciesSchema = z.object({
  plan: z.string({ error: 'required' }).min(1, 'required').max(32, 'not-valid'),
  agencyIds: z.array(id, { error: 'required' }).min(1, 'required').max(200, 'not-valid'),
  reviewerId: z.union([z.literal(nobody).transform(() => null), z.uuid()], { error: 'required' }),
});

export const enterLeaveSchema = z.object({
  reviewerId: chosen,
  standInId: chosen,
  fromOn: civilDateSchema,
  untilOn: civilDateSchema,
});

export const endLeaveSchema = z.object({ leaveId: id });

/** The address of the page: the plan, and the filter of its agencies. */
export const assignmentListSchema = z.object({
  plan: addressText(32),
  search: addressText(100),
  reviewer: z
    .union([z.literal('none'), z.uuid()])
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
