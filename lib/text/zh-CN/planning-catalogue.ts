import firstDay from './planning/first-day.json';
import imports from './planning/imports.json';
import offices from './planning/offices.json';
import planForm from './planning/plan-form.json';
import plans from './planning/plans.json';
import refusals from './planning/refusals.json';
import register from './planning/register.json';
import workCalendar from './planning/work-calendar.json';

/** The sentences of the desks of plans, agencies, offices and the calendar, which nobody else's browser loads. */
export const planningCatalogue = { firstDay, imports, offices, planForm, plans, refusals, register, workCalendar };
