import assignment from './division/assignment.json';
import documents from './division/documents.json';
import firstDay from './division/first-day.json';
import imports from './division/imports.json';
import lateFiling from './division/late-filing.json';
import offices from './division/offices.json';
import planForm from './division/plan-form.json';
import plans from './division/plans.json';
import publication from './division/publication.json';
import refusals from './division/refusals.json';
import register from './division/register.json';
import review from './division/review.json';
import summaries from './division/summaries.json';
import workCalendar from './division/work-calendar.json';

/** The sentences of the desks of the division, which nobody else's browser loads. */
export const divisionCatalogue = {
  assignment,
  lateFiling,
  publication,
  summaries,
  documents,
  review,
  firstDay,
  imports,
  offices,
  planForm,
  plans,
  refusals,
  register,
  workCalendar,
};
