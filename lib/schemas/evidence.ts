import { z } from 'zod';

/** The removal of a file from its entry. */
export const removeEvidenceSchema = z.object({ reportId: z.uuid(), evidenceId: z.uuid() });

/** Metadata sent with the bytes of a file; its name is percent-encoded, because a header holds ASCII only. */
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
  /** In bytes; absent if the sender does not know it beforehand. */
  announced: z.coerce.number().int().min(0).optional(),
});
