import { z } from 'zod';
import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { columnKinds, type DraftEdit, headFields, type UnitChoice } from '@/lib/domain/plan/plan-import';
import { addressText } from './address-text';
import { requiredTextUpTo } from './entry';
import { amendmentReasonLimit } from './text-bounds';

/** Characters of a cell that is typed: more than any part of a task holds, so that it can be named as too long. */
const cellText = z.string().max(20_000, 'too-long');
const rowNumber = z.number().int().min(0);
const column = z.number().int().min(0).max(199);

const unitChoiceSchema: z.ZodType<UnitChoice> = z.union([
  z.object({ agencyId: z.uuid() }),
  z.object({ isNew: z.literal(true) }),
  z.object({ members: z.array(z.uuid()).max(2_000) }),
]);

/** One change of a file in its preview. */
export const draftEditSchema: z.ZodType<DraftEdit> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), row: rowNumber, column, text: cellText }),
  z.object({ kind: z.literal('split'), row: rowNumber, column }),
  z.object({ kind: z.literal('row-out'), row: rowNumber, isOut: z.boolean() }),
  z.object({ kind: z.literal('row-added'), row: rowNumber, after: rowNumber }),
  z.object({
    kind: z.literal('columns'),
    table: rowNumber,
    kinds: z.array(z.enum(columnKinds).nullable()).min(1).max(200),
  }),
  z.object({ kind: z.literal('head'), field: z.enum(headFields), text: z.string().trim().max(200, 'too-long') }),
  z.object({ kind: z.literal('unit'), name: z.string().min(1).max(4_000), as: unitChoiceSchema }),
]);

const fromJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not-valid' });
    return z.NEVER;
  }
});

const importId = z.uuid('not-valid');

/** A change of a file, with what stood there when it was begun. */
export const editImportSchema = z.object({
  importId,
  edit: fromJson.pipe(draftEditSchema),
  // A browser sends every line break of a form as two characters.
  was: z
    .string()
    .max(20_000)
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n')),
});

const agencyName = z.string({ error: 'required' }).trim().min(1, 'required').max(100, 'too-long');

/** The agency of the register, by its name, that a name of a file stands for. */
export const chooseAgencySchema = z.object({
  importId,
  unit: z.string().min(1).max(4_000),
  agency: agencyName,
});

/** The members of a group; none where nobody has to be named. */
export const chooseMembersSchema = z.object({
  importId,
  unit: z.string().min(1).max(4_000),
  members: z.array(z.uuid()).max(2_000).default([]),
});

export const importSchema = z.object({ importId });

/** Takes back the last change; `acts` is the number of changes that were seen. */
export const undoEditSchema = z.object({ importId, acts: z.coerce.number().int().min(1) });

const planCode = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'not-valid');

/** The plan that takes the tasks: a new one under a code, or a draft. */
export const storeImportSchema = z.object({
  importId,
  version: z.coerce.number().int().min(0),
  target: z.enum(['new', 'draft']),
  planCode,
});

/** The differences between a file and an issued plan that become amendments. */
export const amendFromImportSchema = z.object({
  importId,
  version: z.coerce.number().int().min(0),
  chosen: z.array(z.string().max(200)).max(5_000).default([]),
  fromPeriod: z.string({ error: 'required' }).transform((text) => parsePeriodCode(text)),
  reason: requiredTextUpTo(amendmentReasonLimit),
});

/** A text that was pasted where scripts do not run, or typed. */
export const pasteSchema = z.object({
  officeId: z.uuid('not-valid'),
  planCode: z.string().trim().max(32).default(''),
  text: z.string({ error: 'required' }).min(1, 'required').max(1_500_000, 'too-long'),
});

/** The address and the headers of an uploaded file; its name is percent-encoded, because a header holds ASCII only. */
export const importUploadSchema = z.object({
  officeId: z.uuid(),
  planCode: z.string().max(32),
  name: z
    .string()
    .max(2_000)
    .transform((text, context) => {
      try {
        return decodeURIComponent(text);
      } catch {
        context.addIssue({ code: 'custom' });
        return z.NEVER;
      }
    }),
  announced: z.coerce.number().int().min(0).optional(),
});

/** The address of the preview; invalid parts are ignored. */
export const previewAddressSchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  /** The page of the differences from the plan. */
  differences: z.coerce.number().int().min(1).max(100_000).catch(1),
  only: z.enum(['problems']).optional().catch(undefined),
  /** The name whose agencies are chosen. */
  unit: addressText(200),
});

/** The address of the page on which a file is chosen. */
export const newImportAddressSchema = z.object({ plan: addressText(32) });
