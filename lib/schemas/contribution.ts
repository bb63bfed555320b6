import { z } from 'zod';
import type { ContributionOutcome } from '@/lib/domain/report/contributions';
import { sectionLimit } from '@/lib/domain/report/entry';
import { requiredTextUpTo } from './entry';
import { sectionKeySchema } from './entry-form';

const id = z.uuid({ error: 'not-valid' });

export const contributeSchema = z.object({
  reportId: id,
  taskId: id,
  section: sectionKeySchema,
  text: requiredTextUpTo(sectionLimit),
});

export const withdrawContributionSchema = z.object({ reportId: id, contributionId: id });

/** Two buttons of one form: the clicked one sends the contribution's id under the name of its outcome. */
export const decideContributionSchema = z
  .object({ reportId: id, taken: id.optional(), leftOut: id.optional() })
  .transform(({ reportId, taken, leftOut }, context) => {
    const outcome: ContributionOutcome = taken ? 'taken' : 'left_out';
    const contributionId = taken ?? leftOut;
    if (contributionId) return { reportId, contributionId, outcome };
    context.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });
