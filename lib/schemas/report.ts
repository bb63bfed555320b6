import { z } from 'zod';
import { countCharacters, progressLights, reasonLimit, sectionLimit } from '@/lib/domain/completeness';
import { sendBackReasonLimit } from './text-bounds';

const controlCharacters = /[\p{Cc}]/gu;

/** What a browser sends has CRLF for every line's end; what is stored has LF and no other control character than tab. */
function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controlCharacters, (one) => (one === '\n' || one === '\t' ? one : ''));
}

/** Text that may be empty, counted as people count it. */
function textUpTo(limit: number) {
  return z
    .string()
    .overwrite(plainText)
    .refine((text) => countCharacters(text) <= limit, 'too-long')
    .default('');
}

/** Text that must say something. */
export function requiredTextUpTo(limit: number) {
  return z
    .string({ error: 'required' })
    .overwrite(plainText)
    .trim()
    .min(1, 'required')
    .refine((text) => countCharacters(text) <= limit, 'too-long');
}

/** Which report, and which of its versions stood on the screen. */
export const reportCommandSchema = z.object({
  reportId: z.uuid({ error: 'not-valid' }),
  version: z.number({ error: 'not-valid' }).int().nonnegative(),
});

export const entrySchema = z.object({
  taskId: z.uuid({ error: 'not-valid' }),
  progress: textUpTo(sectionLimit),
  problems: textUpTo(sectionLimit),
  results: textUpTo(sectionLimit),
  nextSteps: textUpTo(sectionLimit),
  noProgress: z.boolean().default(false),
  noProgressReason: textUpTo(reasonLimit),
  noProblems: z.boolean().default(false),
  light: z.enum(progressLights, { error: 'not-valid' }).nullable().default(null),
});

/** The whole report in one form; `intent` says where its author goes next. */
export const saveReportSchema = reportCommandSchema.extend({
  intent: z.enum(['save', 'check']).default('save'),
  entries: z.array(entrySchema).min(1, 'required').max(100, 'not-valid'),
});

export const sendBackSchema = reportCommandSchema.extend({ reason: requiredTextUpTo(sendBackReasonLimit) });
