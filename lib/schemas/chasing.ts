import { z } from 'zod';
import { addressText } from './address-text';
import { requiredTextUpTo } from './entry';
import { chasingSubjectLimit, chasingTextLimit } from './text-bounds';

/**
 * The selection to chase: the ticked reports; all of the period that are not filed, which has to be confirmed; or those
 * that were named for it.
 */
const chasingSelections = ['chosen', 'all', 'named'] as const;

const reportIds = z
  .array(z.uuid({ error: 'not-valid' }))
  .max(5_000, 'not-valid')
  .default([]);

export const chaseSchema = z
  .object({
    selection: z.enum(chasingSelections, { error: 'not-valid' }).default('chosen'),
    plan: addressText(32),
    quarter: addressText(7),
    reportId: reportIds,
    named: reportIds,
    /** The instant at which the page showed who was chased today, if they are to be chased again. */
    again: z.iso
      .datetime({ error: 'not-valid' })
      .transform((instant) => new Date(instant))
      .nullish()
      .transform((instant) => instant ?? null),
    /** Created with the page, so that the same submission sent twice chases once. */
    submissionId: z.uuid({ error: 'not-valid' }),
    subject: requiredTextUpTo(chasingSubjectLimit),
    text: requiredTextUpTo(chasingTextLimit),
  })
  .refine(({ selection, reportId, named }) => selection === 'all' || [...reportId, ...named].length > 0, {
    error: 'nobody-ticked',
    path: ['reportId'],
  });

/** The address of the page; invalid parts are ignored, so that an old link still opens it. */
export const chasingPageSchema = z.object({
  plan: addressText(32),
  quarter: addressText(7),
  /** Reports that are ticked when the page opens. */
  report: z
    .union([z.string(), z.array(z.string())])
    .transform((ids) => [ids].flat().filter((id) => z.uuid().safeParse(id).success))
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  /** The number just chased, and of those that had been chased that day. */
  done: z.coerce.number().int().min(0).optional().catch(undefined),
  skipped: z.coerce.number().int().min(0).catch(0),
});

export const chasingLogSchema = z.object({
  search: addressText(100),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** Sends one delivery again or, where none is named, all that failed. */
export const resendSchema = z.object({ deliveryId: z.uuid({ error: 'not-valid' }).optional() });
