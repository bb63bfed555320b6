import { z } from 'zod';
import { type PeriodCode, parsePeriodCode } from '@/lib/domain/calendar/period';
import { summaryArrangements } from '@/lib/domain/review/summary';
import { addressText } from './address-text';
import { requiredTextUpTo, textUpTo } from './entry';
import { sectionKeySchema, tickedKeysSchema } from './entry-form';
import { civilDateSchema } from './review';
import { summaryTextLimit, summaryTitleLimit } from './text-bounds';

const versionSchema = z.number({ error: 'not-valid' }).int().nonnegative();
const placeSchema = z.number({ error: 'not-valid' }).int().min(1, 'not-valid').max(100_000, 'not-valid');
const idSchema = z.uuid({ error: 'not-valid' });

const chosenSectionsSchema = tickedKeysSchema.refine((chosen) => chosen.length > 0, 'required');

const settings = {
  arrangement: z.enum(summaryArrangements, { error: 'required' }),
  chosen: chosenSectionsSchema,
  includesFiled: z.boolean().default(false),
  withTable: z.boolean().default(false),
};

const frame = {
  title: requiredTextUpTo(summaryTitleLimit),
  introduction: textUpTo(summaryTextLimit),
  closing: textUpTo(summaryTextLimit),
  signedOn: civilDateSchema,
};

/** The document's own texts. */
export type SummaryFrame = z.output<z.ZodObject<typeof frame>>;

const periodCodeSchema = z
  .string({ error: 'not-valid' })
  .refine((text) => parsePeriodCode(text) !== null, 'not-valid')
  .transform((text) => text as PeriodCode);

export const makeSummarySchema = z.object({
  plan: z.string({ error: 'not-valid' }).max(32),
  quarter: periodCodeSchema,
  ...settings,
  ...frame,
});

const ofSummary = { summaryId: idSchema };

export const saveSummaryFrameSchema = z.object({ ...ofSummary, version: versionSchema, ...frame });
export const saveSummarySettingsSchema = z.object({ ...ofSummary, version: versionSchema, ...settings });

/** Names the time of the draft's last change that was on the screen. */
export const deleteSummarySchema = z.object({
  ...ofSummary,
  changedAt: z.iso.datetime({ error: 'not-valid' }).transform((text) => new Date(text)),
});

const ofPassage = { entryId: idSchema, section: sectionKeySchema, version: versionSchema };

export const editPassageSchema = z.object({ ...ofPassage, text: textUpTo(summaryTextLimit) });
export const restorePassageSchema = z.object(ofPassage);

const ofOrder = { ...ofSummary, orderVersion: versionSchema };

/** A button sends both positions at once ("3-2": from the third to the second), fields send them separately. */
export const moveUnitSchema = z
  .object({
    ...ofOrder,
    move: z
      .string()
      .regex(/^\d{1,6}-\d{1,6}$/, 'not-valid')
      .optional(),
    from: placeSchema.optional(),
    to: placeSchema.optional(),
  })
  .transform(({ move, from, to, ...order }, context) => {
    const [first, second] = move ? move.split('-').map(Number) : [from, to];
    if (first !== undefined && second !== undefined) return { ...order, from: first, to: second };
    if (first === undefined) context.addIssue({ code: 'custom', message: 'required', path: ['from'] });
    if (second === undefined) context.addIssue({ code: 'custom', message: 'required', path: ['to'] });
    return z.NEVER;
  });

export const resetOrderSchema = z.object(ofOrder);
export const takeVersionsSchema = z.object({ ...ofSummary, reportId: idSchema.optional() });
export const addReportsSchema = z.object(ofSummary);

const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** The address of the list of drafts, and of a new one; invalid parts are ignored. */
export const summaryListSchema = z.object({
  plan: addressText(32),
  quarter: z
    .string()
    .transform((given) => parsePeriodCode(given) ?? undefined)
    .optional()
    .catch(undefined),
  page,
  /** Set directly after a draft was deleted. */
  deleted: z.literal('yes').optional().catch(undefined),
});

/** The address of a page of one draft. */
export const summaryPageSchema = z.object({ page });
