'use server';
import { confirmYearSchema, moveByCalendarSchema } from '@/lib/schemas/calendar-year';
import { formAction, reload, reloadAlways } from '@/lib/server/forms/action';
import { confirmCalendarYear, moveByCalendar } from './mutations';

/** Reads the text of a year's arrangement; with the name of the preview it confirms the year. */
export const confirmYearAction = formAction(confirmYearSchema, confirmCalendarYear, { done: reload });

/** Moves the chosen deadlines to what the calendar gives. */
export const moveByCalendarAction = formAction(moveByCalendarSchema, moveByCalendar, reloadAlways);
