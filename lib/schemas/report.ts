import { z } from 'zod';
import { countCharacters, progressLights, reasonLimit, sectionLimit } from '@/lib/domain/report/completeness';
import { type FieldChange, type SavedField, savedFields } from '@/lib/domain/report/field-save';
import { sendBackReasonLimit } from './text-bounds';

const controlCharacters = /[\p{Cc}]/gu;

/** Browsers send CRLF for every line break; stored text has LF, and no other control character than tab. */
function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controlCharacters, (one) => (one === '\n' || one === '\t' ? one : ''));
}

/** Text that may be empty, with its characters counted as a reader counts them. */
export function textUpTo(limit: number) {
  return z
    .string()
    .overwrite(plainText)
    .refine((text) => countCharacters(text) <= limit, 'too-long')
    .default('');
}

/** Text that must not be empty. */
export function requiredTextUpTo(limit: number) {
  return z
    .string({ error: 'required' })
    .overwrite(plainText)
    .trim()
    .min(1, 'required')
    .refine((text) => countCharacters(text) <= limit, 'too-long');
}

/** The report, and its version on the screen. */
export const reportCommandSchema = z.object({
  reportId: z.uuid({ error: 'not-valid' }),
  version: z.number({ error: 'not-valid' }).int().nonnegative(),
});

/** Filing and requesting sign-off also name the version of the text that was read. */
export const filingSchema = reportCommandSchema.extend({
  contentVersion: z.number({ error: 'not-valid' }).int().nonnegative(),
});

const contents = {
  progress: textUpTo(sectionLimit),
  problems: textUpTo(sectionLimit),
  results: textUpTo(sectionLimit),
  nextSteps: textUpTo(sectionLimit),
  noProgress: z.boolean().default(false),
  noProgressReason: textUpTo(reasonLimit),
  noProblems: z.boolean().default(false),
  light: z.enum(progressLights, { error: 'not-valid' }).nullable().default(null),
} satisfies Record<SavedField, z.ZodType>;

const versionSchema = z.number({ error: 'not-valid' }).int().nonnegative();

/** The versions of an entry's fields, sent as JSON in one hidden field of the form. */
const versionsSchema = z
  .string()
  .default('{}')
  .transform((text, context) => {
    const parsed = z.partialRecord(z.enum(savedFields), versionSchema).safeParse(jsonIn(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'not-valid' });
    return z.NEVER;
  });

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const entrySchema = z.object({ taskId: z.uuid({ error: 'not-valid' }), versions: versionsSchema, ...contents });

/** The whole report in one form, submitted this way before scripts run; `intent` names the page to open next. */
export const saveReportSchema = z.object({
  reportId: z.uuid({ error: 'not-valid' }),
  intent: z.enum(['save', 'check']).default('save'),
  entries: z.array(entrySchema).min(1, 'required').max(100, 'not-valid'),
});

const changeSchema = z
  .object({
    taskId: z.uuid({ error: 'not-valid' }),
    field: z.enum(savedFields, { error: 'not-valid' }),
    version: versionSchema,
    content: z.union([z.string(), z.boolean(), z.null()], { error: 'not-valid' }),
  })
  .transform((change, context): FieldChange => {
    const content = contents[change.field].safeParse(change.content);
    if (content.success) return { ...change, content: content.data };
    for (const { message } of content.error.issues) context.addIssue({ code: 'custom', message, path: ['content'] });
    return z.NEVER;
  });

/**
 * Single fields, saved by the editor while its user types. `accountId` is the editor's account, so that nothing is
 * saved in the name of another account that has signed in meanwhile in the same browser.
 */
export const saveFieldsSchema = z.object({
  accountId: z.uuid({ error: 'not-valid' }).optional(),
  changes: z.array(changeSchema).min(1, 'required').max(100, 'not-valid'),
});

export const sendBackSchema = reportCommandSchema.extend({ reason: requiredTextUpTo(sendBackReasonLimit) });
