import { z } from 'zod';
import { requiredTextUpTo } from './entry';
import { planVersion } from './plan';
import { civilDateSchema } from './review';
import { planReasonLimit } from './text-bounds';

const period = { ...planVersion, quarter: z.string().max(7) };
const reason = requiredTextUpTo(planReasonLimit);
const withReason = <Act extends string>(act: Act) => z.object({ ...period, act: z.literal(act), reason });

/** One act of the coordinator on a period; which one says the button. */
export const periodActSchema = z.discriminatedUnion('act', [
  z.object({ ...period, act: z.literal('open-period'), opensOn: civilDateSchema }),
  z.object({ ...period, act: z.literal('move-deadline'), dueOn: civilDateSchema, reason }),
  withReason('close-period'),
  withReason('reopen-period'),
  withReason('skip-period'),
  withReason('resume-period'),
]);

/** The acts on a period, as the address names the one that was done. */
export const periodsPageSchema = z.object({
  done: z
    .enum(['open-period', 'move-deadline', 'close-period', 'reopen-period', 'skip-period', 'resume-period'])
    .optional()
    .catch(undefined),
  quarter: z.string().max(7).optional().catch(undefined),
});
