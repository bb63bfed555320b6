import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { reportStatuses } from '@/lib/domain/report/report';
import { filingOutcomes } from '@/lib/domain/review/filing-rate';
import { addressText } from './address-text';
import { requiredTextUpTo } from './entry';
import { sectionKeySchema } from './entry-form';
import { reportCommandSchema } from './report';

/** Most characters in a reason; the columns of ReviewComment, Extension and Publication have the same limit. */
export const reviewReasonLimit = 1000;

/** A reason that may be empty for one task of several; blanks count as empty. */
const optionalReasonSchema = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.union([z.literal(''), requiredTextUpTo(reviewReasonLimit)], { error: 'too-long' }))
  .default('');

/** At most one reason per task and section. */
const areApart = (reasons: readonly { taskId: string; section: string | null }[]) =>
  new Set(reasons.map(({ taskId, section }) => `${taskId} ${section}`)).size === reasons.length;

export const civilDateSchema = z
  .string({ error: 'required' })
  .refine((text) => parseCivilDate(text) !== null, 'not-a-date')
  .transform((text) => text as CivilDate);

/** Commands that need nothing but the report: to begin the review, to accept. */
export const reviewCommandSchema = reportCommandSchema.extend({
  /** The list from which the report was opened, as in its address; anything of another shape is ignored. */
  list: z
    .string()
    .max(2_000)
    .regex(/^[\w=&%.+*-]*$/)
    .optional()
    .catch(undefined),
});

export const returnReportSchema = reviewCommandSchema.extend({
  returnDueOn: civilDateSchema,
  reasons: z
    .array(
      z.object({
        taskId: z.uuid('not-valid'),
        section: sectionKeySchema.nullable().default(null),
        text: optionalReasonSchema,
      }),
    )
    .max(500, 'not-valid')
    .refine(areApart, 'not-valid')
    .default([]),
});

export const reopenReportSchema = reviewCommandSchema.extend({ reason: requiredTextUpTo(reviewReasonLimit) });

/** The filters of the list: a status, all that are not filed yet, or a property derived from a report. */
export const statusFilters = ['unfiled', ...reportStatuses, 'overdue', 'published'] as const;
export type StatusFilter = (typeof statusFilters)[number];

const reviewViews = ['list', 'grid'] as const;

/** The address of the list; invalid parts are ignored, so that an old link still opens it. */
export const reviewListSchema = z.object({
  plan: addressText(32),
  quarter: z
    .string()
    .refine((text) => text === 'all' || parsePeriodCode(text) !== null)
    .optional()
    .catch(undefined),
  status: z.enum(statusFilters).optional().catch(undefined),
  search: addressText(100),
  timeliness: z.enum(filingOutcomes).optional().catch(undefined),
  returned: z.literal('yes').optional().catch(undefined),
  agency: addressText(32),
  /** Only the reports that the signed-in account has to read today, as the assigned reviewer or as a stand-in. */
  reader: z.literal('me').optional().catch(undefined),
  year: z.coerce.number().int().min(1000).max(2999).optional().catch(undefined),
  view: z.enum(reviewViews).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ReviewListQuery = z.output<typeof reviewListSchema>;

/** The filter that an address of the list names. */
export type ListQuery = Partial<ReviewListQuery>;
