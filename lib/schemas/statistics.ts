import { z } from 'zod';
import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { progressLights } from '@/lib/domain/report/entry';
import { addressText } from './address-text';

/** The address of the statistics and their lists; invalid parts are ignored, so that an old link still opens it. */
export const statisticsSchema = z.object({
  plan: addressText(32),
  year: z.coerce.number().int().min(1000).max(2999).optional().catch(undefined),
  quarter: z
    .string()
    .transform((given) => parsePeriodCode(given) ?? undefined)
    .optional()
    .catch(undefined),
  light: z.enum(progressLights).optional().catch(undefined),
  search: addressText(100),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type StatisticsQuery = Partial<z.output<typeof statisticsSchema>>;
