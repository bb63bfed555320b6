'use server';
import { registerFileSchema } from '@/lib/schemas/agencies';
import { formAction } from '@/lib/server/forms/action';
import { importRegister } from './mutations';

/** Compares a file with the register and, once its differences are confirmed, stores it. */
export const importRegisterAction = formAction(registerFileSchema, importRegister, {
  done: (_input, registerFile) => ({ status: 'done', registerFile }),
});
