import { z } from 'zod';
import { remarkAudiences } from '@/lib/domain/review/remarks';
import { requiredTextUpTo } from './entry';
import { sectionKeySchema } from './entry-form';
import { reviewReasonLimit } from './review';

const id = z.uuid({ error: 'not-valid' });

export const remarkSchema = z.object({
  reportId: id,
  taskId: id,
  section: sectionKeySchema.nullable().default(null),
  audience: z.enum(remarkAudiences, { error: 'required' }),
  text: requiredTextUpTo(reviewReasonLimit),
});

export const withdrawRemarkSchema = z.object({ reportId: id, remarkId: id });
