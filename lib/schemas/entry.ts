import { z } from 'zod';
import { countCharacters } from '@/lib/domain/report/completeness';
import {
  type EntryContent,
  type EntryForm,
  emptyOf,
  type FormField,
  noticeForm,
  progressLights,
} from '@/lib/domain/report/entry';
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

type EntryShape = { [Key in keyof EntryContent]: z.ZodType<EntryContent[Key]> };

function shapeOf(form: EntryForm, schemaOf: (field: FormField) => z.ZodType): EntryShape {
  return Object.fromEntries(form.fields.map((field) => [field.key, schemaOf(field)])) as EntryShape;
}

function typedSchema(field: FormField): z.ZodType {
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

function storedSchema(field: FormField): z.ZodType {
  switch (field.kind) {
    case 'section':
    case 'reason':
      return z.string();
    case 'tick':
      return z.boolean();
    case 'light':
      return z.enum(progressLights).nullable();
  }
}

/** The fields of an entry as somebody sends them, one schema each. */
export const typedFields = (form: EntryForm = noticeForm): EntryShape => shapeOf(form, typedSchema);

/** The fields of an entry as their columns hold them, one schema each. */
export const storedFields = (form: EntryForm = noticeForm): EntryShape => shapeOf(form, storedSchema);

/** The same in what was filed: a field that came into the form later is empty there. */
export const filedFields = (form: EntryForm = noticeForm): EntryShape =>
  shapeOf(form, (field) => storedSchema(field).default(emptyOf(field)));
