import { z } from 'zod';

const number = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .max(32, 'too-long')
  .regex(/^\P{Cc}+$/u, 'not-valid');

const place = z.coerce
  .number({ error: 'not-a-place' })
  .int('not-a-place')
  .min(1, 'not-a-place')
  .max(100_000, 'not-a-place');

/** The numbers and the order of a plan's agencies, all of them at once. */
export const planNumbersSchema = z.object({
  planCode: z.string().max(32),
  version: z.coerce.number().int(),
  agencies: z.array(z.object({ agencyId: z.uuid('not-valid'), number, position: place })).max(5_000),
});
