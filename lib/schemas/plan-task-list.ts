import { z } from 'zod';

/** The address of the tasks of a plan: `/plans/CODE/tasks?search=…&page=2&done=saved`. */
export const planTasksSchema = z.object({
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(99_999).catch(1),
  done: z.enum(['saved', 'amended']).optional().catch(undefined),
});
