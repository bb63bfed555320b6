import { z } from 'zod';
import { countCharacters } from '@/lib/domain/report/completeness';
import { type EntryForm, type FieldContent, type FormField, progressLights } from '@/lib/domain/report/entry';
import { plainText } from '@/lib/domain/report/plain-text';

/** Text that may be empty, by the rule for all texts, counted as people count it. */
export function textUpTo(limit: number) {
  return z
    .string()
    .overwrite(plainText)
    .refine((text) => countCharacters(text) <= limit, 'too-long')
    .default('');
}

/** Text that must say something, by the rule for all texts. */
export function requiredTextUpTo(limit: number) {
  return z
    .string({ error: 'required' })
    .overwrite(plainText)
    .trim()
    .min(1, 'required')
    .refine((text) => countCharacters(text) <= limit, 'too-long');
}

/** The content of a field as somebody sends it. */
function typedField(field: FormField): z.ZodType<FieldContent> {
  switch (field.kind) {
    case 'section':
    case 'reason':
      return textUpTo(field.limit);
    case 'tick':
      return z.boolean().default(false);
    case 'light':
      return z.enum(progressLights, { error: 'not-valid' }).nullable().default(null);
  }
}

/** The fields of an entry as somebody sends them, one schema each, after the form of the report's plan. */
export function typedFields(form: EntryForm): Record<string, z.ZodType<FieldContent>> {
  return Object.fromEntries(form.fields.map((field) => [field.key, typedField(field)]));
}

/** The content of a field as an entry or a filed version keeps it. */
const storedField: z.ZodType<FieldContent> = z.union([z.string(), z.boolean(), z.null()]);

/** The fields of an entry by their keys, as they are stored. */
export const storedContent = z.record(z.string(), storedField);
