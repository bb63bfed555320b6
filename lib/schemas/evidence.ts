import { z } from 'zod';

/** A file that is taken off its entry. */
export const removeEvidenceSchema = z.object({ reportId: z.uuid(), evidenceId: z.uuid() });

/** What comes beside the bytes of a file; its name is percent-encoded, since a header takes ASCII only. */
export const uploadSchema = z.object({
  reportId: z.uuid(),
  taskId: z.uuid(),
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
  /** Bytes; absent where the sender does not know it beforehand. */
  announced: z.coerce.number().int().min(0).optional(),
});
