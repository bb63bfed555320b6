import { z } from 'zod';
import { sections } from '@/lib/domain/report/entry';
import { remarkAudiences } from '@/lib/domain/review/remarks';
import { requiredTextUpTo } from './entry';
import { reviewReasonLimit } from './review';

const id = z.uuid({ error: 'not-valid' });

export const remarkSchema = z.object({
  reportId: id,
  taskId: id,
  section: z.enum(sections, { error: 'not-valid' }).nullable().default(null),
  audience: z.enum(remarkAudiences, { error: 'required' }),
  text: requiredTextUpTo(reviewReasonLimit),
});

export const withdrawRemarkSchema = z.object({ reportId: id, remarkId: id });
