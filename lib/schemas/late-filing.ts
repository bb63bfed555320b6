import { z } from 'zod';
import { addressText } from './address-text';

/** The ticked reports, or all of the period that are not filed. */
const lateFilingActs = ['open', 'open-all', 'close', 'close-all'] as const;

export const lateFilingSchema = z
  .object({
    act: z.enum(lateFilingActs, { error: 'not-valid' }),
    plan: addressText(32),
    quarter: addressText(7),
    reportId: z
      .array(z.uuid({ error: 'not-valid' }))
      .max(5_000, 'not-valid')
      .default([]),
  })
  .refine(({ act, reportId }) => act.endsWith('-all') || reportId.length > 0, {
    error: 'required',
    path: ['reportId'],
  });

/** The address of the page; invalid parts are ignored, so that an old link still opens it. */
export const lateFilingPageSchema = z.object({
  plan: addressText(32),
  quarter: addressText(7),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  done: z.enum(['open', 'close']).optional().catch(undefined),
  count: z.coerce.number().int().min(0).optional().catch(undefined),
});
