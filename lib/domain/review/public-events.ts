/**
 * The events after which every public page may say something else: what is public, the plan, the calendar, the clock of a
 * demonstration. The trigger `Event_public_change` has the same list.
 */
export const publicEvents = [
  'portal-set-up',
  'clock-moved',
  'calendar-imported',
  'calendar-year-added',
  'calendar-year-confirmed',
  'calendar-day-corrected',
  'deadline-moved',
  'plan-set-up',
  'supporting-agencies-set',
  'report-published',
  'publication-withdrawn',
] as const;

/** The events of a plan after which every public page may say something else; the trigger `Event_plan_change` has the same list. */
export const publicPlanEvents = [
  'plan-issued',
  'plan-closed',
  'plan-reopened',
  'plan-contact-set',
  'plan-late-filing-set',
  'plan-rule-changed',
  'plan-renumbered',
  'task-amended',
  'period-opening-moved',
  'period-closed',
  'period-reopened',
  'period-skipped',
  'period-resumed',
] as const;

/** The events of the register after which every public page may name an agency otherwise; `Event_register_change` has the same list. */
export const publicRegisterEvents = ['agency-renamed', 'agency-merged', 'agency-split', 'agency-abolished'] as const;

/**
 * The events after which the public state of their report may be another: what `publicStateOf` reads is the status and
 * the last day in force. The trigger has the same list.
 */
export const publicStateEvents = [
  'report-filed',
  'report-withdrawn',
  'report-accepted',
  'report-returned',
  'report-reopened',
  'extension-decided',
  'extension-granted',
  'late-filing-opened',
  'late-filing-closed',
] as const;
