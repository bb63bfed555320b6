'use server';
import { addYearSchema, correctDaySchema } from '@/lib/schemas/calendar-year';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { addYear, correctDay } from './mutations';

/** Corrects a single day of the calendar. */
export const correctDayAction = formAction(correctDaySchema, correctDay, reloadAlways);

/** Adds the next year to the calendar. */
export const addYearAction = formAction(addYearSchema, addYear, reloadAlways);
