import { z } from 'zod';
import { progressLights } from '@/lib/domain/completeness';
import { parseQuarter } from '@/lib/domain/quarter';

// The database takes no NUL in a text.
const printable = /^\P{Cc}*$/u;
const text = (most: number) => z.string().trim().max(most).regex(printable).optional().catch(undefined);

/** The address of the counting and of its lists: whatever does not fit is left out, so that an old link still opens it. */
export const countingSchema = z.object({
  plan: text(32),
  year: z.coerce.number().int().min(1000).max(2999).optional().catch(undefined),
  quarter: z
    .string()
    .transform((given) => parseQuarter(given) ?? undefined)
    .optional()
    .catch(undefined),
  light: z.enum(progressLights).optional().catch(undefined),
  search: text(100),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
