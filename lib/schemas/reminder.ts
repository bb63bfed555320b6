import { reportCommandSchema } from './report';

/** Which report; its version does not matter. */
export const reminderSchema = reportCommandSchema.pick({ reportId: true });
