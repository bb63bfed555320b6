import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The parts that an exported version needs to be verifiable; all others are covered by its digests. */
export const receiptFileSchema = z.looseObject({
  format: z.literal('task-progress-portal-filed-version'),
  formatVersion: z.literal(1),
  receipt: z.looseObject({
    receiptNumber: z.string(),
    agencyName: z.string(),
    quarter: z.string(),
    version: z.number(),
    filedAt: z.iso.datetime(),
    digest,
    checkAt: z.string(),
  }),
  snapshot: z.looseObject({
    agency: z.looseObject({ name: z.string() }),
    quarter: z.string(),
    version: z.number(),
  }),
  fileDigest: digest,
});

export type CheckedReceipt = z.output<typeof receiptFileSchema>['receipt'];

/** Most bytes of an exported version that is checked on the page; the largest report of 35 tasks has 1.4 MB. */
export const receiptFileLimit = 2_000_000;

/** The form in which anyone hands in an exported version. */
export const receiptUploadSchema = z.object({ file: z.file().min(1).max(receiptFileLimit) });
