import { z } from 'zod';
import { requestedPageSchema } from './requested-page';

// No database stores a control character or half of a character beyond the basic plane.
const unstorable = /[\p{Cc}\p{Cs}]/gu;

const userName = z
  .string({ error: 'required' })
  .transform((typed) => typed.replace(unstorable, '').trim())
  .pipe(z.string().min(1, 'required').max(50, 'too-long'));

export const signInFormSchema = z.object({
  userName,
  password: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
  next: requestedPageSchema,
});

const lockSchema = z.object({ addressKey: z.string(), userName: z.string(), device: z.string() });

/** A row of the list of closed counters, as its button sends it. */
export const unlockSignInSchema = z.object({
  lock: z.string({ error: 'required' }).transform((text, context) => {
    try {
      return lockSchema.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'not-valid' });
      return z.NEVER;
    }
  }),
});

export const changePasswordSchema = z.object({
  currentPassword: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
  newPassword: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
});
