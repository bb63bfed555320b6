import { z } from 'zod';
import { type EntryForm, entryKeys } from '@/lib/domain/report/entry';
import type { FieldChange } from '@/lib/domain/report/field-save';
import { requiredTextUpTo, typedFields } from './entry';
import { sendBackReasonLimit } from './text-bounds';

/** The report, and its version on the screen. */
export const reportCommandSchema = z.object({
  reportId: z.uuid({ error: 'not-valid' }),
  version: z.number({ error: 'not-valid' }).int().nonnegative(),
});

/** Filing and requesting sign-off also name the version of the text that was read. */
export const filingSchema = reportCommandSchema.extend({
  contentVersion: z.number({ error: 'not-valid' }).int().nonnegative(),
});

const versionSchema = z.number({ error: 'not-valid' }).int().nonnegative();

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fieldsOf = (form: EntryForm) => z.enum(entryKeys(form), { error: 'not-valid' });

/** The versions of an entry's fields, sent as JSON in one hidden field of the form. */
const versionsSchema = (form: EntryForm) =>
  z
    .string()
    .default('{}')
    .transform((text, context) => {
      const parsed = z.partialRecord(fieldsOf(form), versionSchema).safeParse(jsonIn(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'not-valid' });
      return z.NEVER;
    });

/**
 * The whole report in one form, submitted this way before scripts run, with the fields that its plan asks for; `intent`
 * names the page to open next.
 */
export function saveReportSchema(form: EntryForm) {
  const entrySchema = z
    .object({ taskId: z.uuid({ error: 'not-valid' }), versions: versionsSchema(form), ...typedFields(form) })
    .transform(({ taskId, versions, ...content }) => ({ taskId, versions, content }));
  return z.object({
    reportId: z.uuid({ error: 'not-valid' }),
    intent: z.enum(['save', 'check']).default('save'),
    entries: z.array(entrySchema).min(1, 'required').max(100, 'not-valid'),
  });
}

function changeSchema(form: EntryForm) {
  const contents = typedFields(form);
  return z
    .object({
      taskId: z.uuid({ error: 'not-valid' }),
      field: fieldsOf(form),
      version: versionSchema,
      content: z.union([z.string(), z.boolean(), z.number(), z.null()], { error: 'not-valid' }),
    })
    .transform((change, context): FieldChange => {
      const content = contents[change.field]?.safeParse(change.content);
      if (content?.success) return { ...change, content: content.data };
      for (const { message } of content?.error.issues ?? [])
        context.addIssue({ code: 'custom', message, path: ['content'] });
      return z.NEVER;
    });
}

/**
 * Single fields, saved by the editor while its user types. `accountId` is the editor's account, so that nothing is
 * saved in the name of another account that has signed in meanwhile in the same browser; `tabId` is the editor's window.
 */
export function saveFieldsSchema(form: EntryForm) {
  return z.object({
    accountId: z.uuid({ error: 'not-valid' }).optional(),
    tabId: z.uuid({ error: 'not-valid' }).optional(),
    changes: z.array(changeSchema(form)).min(1, 'required').max(100, 'not-valid'),
  });
}

export const sendBackSchema = reportCommandSchema.extend({ reason: requiredTextUpTo(sendBackReasonLimit) });
