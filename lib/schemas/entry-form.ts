import { z } from 'zod';
import { type EntryForm, findField, noticeForm, reasonLimit, sectionLimit } from '@/lib/domain/report/entry';

/** Most characters of a label, of a hint and of a key, and most sections of a form. */
export const formBounds = { label: 40, hint: 200, key: 40, sections: 12 };

/** Keys that stand beside the fields of an entry: as filed and published, in the editor, in the ledger, in the open data. */
const besideFields = [
  ...['taskId', 'taskCode', 'taskText', 'evidence', 'sections', 'form', 'versions', 'fieldSaves', 'light', 'initial'],
  ...['comment', 'sectionComments', 'remarks', 'nearCopies', 'lastPeriod', 'contributions', 'periodCode'],
  ...['receiptNumber', 'filedAt', 'quarter', 'status', 'publishedAt', 'correctedAt', 'withdrawnAt', 'labels'],
];

/** The key of a section, as a form or an address sends it; the stored form says whether there is such a section. */
export const sectionKeySchema = z
  .string({ error: 'required' })
  .regex(/^[a-z][A-Za-z0-9-]*$/, 'not-valid')
  .max(formBounds.key, 'not-valid');

/** One checkbox per section, each under its own name (`chosen.progress`), so that the ticks survive a refusal. */
export const tickedKeysSchema = z
  .record(sectionKeySchema, z.string())
  .default({})
  .transform((boxes) => Object.keys(boxes).filter((key) => boxes[key] === 'on'));

/** The key of a field of a form: no name that stands beside the fields. */
export const fieldKeySchema = sectionKeySchema.refine((key) => !besideFields.includes(key), 'not-valid');
const label = z.string().min(1).max(formBounds.label).optional();

const fieldSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('section'),
    key: fieldKeySchema,
    label,
    hint: z.string().max(formBounds.hint).optional(),
    limit: z.number().int().min(1).max(sectionLimit),
    required: z.boolean(),
    unless: fieldKeySchema.optional(),
    publicByDefault: z.boolean(),
  }),
  z.object({ kind: z.literal('tick'), key: fieldKeySchema, label, under: fieldKeySchema }),
  z.object({
    kind: z.literal('reason'),
    key: fieldKeySchema,
    label,
    limit: z.number().int().min(1).max(reasonLimit),
    of: fieldKeySchema,
  }),
  z.object({ kind: z.literal('light'), key: z.literal('light'), label }),
]);

/** Every field has a key of its own and a label, and names only fields that the form has. */
function isWhole(form: EntryForm): boolean {
  const isOfKind = (key: string, kind: string) => findField(key, form)?.kind === kind;
  const isNamed = ({ key, label }: EntryForm['fields'][number]) =>
    label !== undefined || findField(key, noticeForm) !== undefined;
  return (
    new Set(form.fields.map(({ key }) => key)).size === form.fields.length &&
    form.fields.every((field) => {
      if (field.kind === 'tick') return isOfKind(field.under, 'section') && isNamed(field);
      if (field.kind === 'reason') return isOfKind(field.of, 'tick');
      if (field.kind === 'light') return true;
      return isNamed(field) && (field.unless === undefined || isOfKind(field.unless, 'tick'));
    })
  );
}

/** EntryForm of lib/domain/report/entry.ts, as a plan, a filed version and a publication keep it. */
export const entryFormSchema = z
  .object({ fields: z.array(fieldSchema).max(50) })
  .refine(isWhole, 'not-valid') satisfies z.ZodType<EntryForm>;
