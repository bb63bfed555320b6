import { z } from 'zod';
import { faultsOfSections, formOfPlan } from '@/lib/domain/plan/plan-form';
import { sectionLimit } from '@/lib/domain/report/entry';
import { requiredTextUpTo, textUpTo } from './entry';
import { entryFormSchema, fieldKeySchema, formBounds } from './entry-form';
import type { FormValues } from './form-state';
import { planCommandSchema } from './plan';

/** Fewest characters that a section may be limited to. */
const leastLimit = 20;

const outside = { error: 'section-limit-outside' };

const sectionSchema = z.object({
  /** Given by the portal and not typed. */
  key: fieldKeySchema,
  label: requiredTextUpTo(formBounds.label),
  hint: textUpTo(formBounds.hint).transform((text) => text.trim()),
  limit: z.number(outside).int(outside).min(leastLimit, outside).max(sectionLimit, outside),
  required: z.boolean().default(false),
  publicByDefault: z.boolean().default(false),
  confirmation: z.string({ error: 'required' }).max(formBounds.key, 'not-valid'),
  tickLabel: textUpTo(formBounds.label).transform((text) => text.trim()),
});

/** A plan's own form, with the version of the plan that its author has seen. */
export const planFormSchema = planCommandSchema
  .pick({ plan: true, version: true })
  .extend({
    light: z.boolean().default(false),
    sections: z
      .array(sectionSchema)
      .min(1, 'required')
      .max(formBounds.sections, 'too-many-sections')
      .superRefine((sections, context) => {
        for (const { index, field, fault } of faultsOfSections(sections))
          context.addIssue({ code: 'custom', message: fault, path: [index, field] });
      }),
  })
  .transform(({ light, sections, ...of }, context) => {
    const form = entryFormSchema.safeParse(formOfPlan({ light, sections }));
    if (form.success) return { ...of, form: form.data };
    context.addIssue({ code: 'custom', message: 'not-valid', path: ['sections'] });
    return z.NEVER;
  });

/** The sections in an HTML form as they stand there, whatever is wrong with them. */
export function typedSections(values: FormValues) {
  const count = Object.keys(values).filter((name) => /^sections\[\d+\]\.key$/.test(name)).length;
  return Array.from({ length: count }, (_, index) => {
    const typed = (field: string) => values[`sections[${index}].${field}`] ?? '';
    return {
      key: typed('key'),
      label: typed('label').trim(),
      hint: typed('hint').trim(),
      limit: Number(typed('limit')) || sectionLimit,
      required: typed('required') === 'on',
      publicByDefault: typed('publicByDefault') === 'on',
      confirmation: typed('confirmation'),
      tickLabel: typed('tickLabel').trim(),
    };
  });
}
