import { z } from 'zod';
import { requestedPageSchema } from './requested-page';

export const signInSchema = z.object({
  userName: z.string({ error: 'required' }).trim().min(1, 'required').max(50, 'too-long'),
  password: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
});

export const signInFormSchema = signInSchema.extend({ next: requestedPageSchema });

export const changePasswordSchema = z.object({
  currentPassword: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
  newPassword: z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long'),
});
