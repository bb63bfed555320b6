import { reportCommandSchema } from './report';

/** The report alone; its version does not matter. */
export const reminderSchema = reportCommandSchema.pick({ reportId: true });
