import { z } from 'zod';

export const signInSchema = z.object({
  userName: z.string({ error: 'required' }).trim().min(1, 'required').max(50, 'too-long'),
  password: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
});

/** A page of a desk to open after signing in. Anything else, above all another site's address, is ignored. */
export const nextPageSchema = z
  .string()
  .max(300)
  .regex(/^\/(filing|review|admin)(\/[\w-]+)*(#[\w-]*)?$/)
  .optional()
  .catch(undefined);

export const signInFormSchema = signInSchema.extend({ next: nextPageSchema });

export const changePasswordSchema = z.object({
  currentPassword: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
  newPassword: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
});
