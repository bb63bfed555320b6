'use server';
import { z } from 'zod';
import { routes } from '@/lib/routes';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { draftExample } from './mutations';

/** Stores the notice of 2020 as a draft, and goes on to it. */
export const draftExampleAction = formAction(z.object({}), (_input, context) => draftExample(context), {
  done: (_input, code) => comeBackTo(routes.plan(code)),
});
