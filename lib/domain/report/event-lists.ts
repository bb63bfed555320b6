/** The events that pass a report from hand to hand within the agency, or out of it. */
export const passingEvents = ['report-sent-back', 'sign-off-requested', 'sign-off-taken-back', 'report-filed'] as const;

/** The events that set another last day, or put the agency's text back into its hands. */
export const movingLastDay = [
  'extension-granted',
  'report-deadline-moved',
  'report-returned',
  'report-withdrawn',
] as const;

/** The events after which the calendar of deadlines says something else of a report. */
export const calendarEvents = [
  ...movingLastDay,
  'extension-decided',
  'report-filing-resumed',
  'report-filed',
  'report-accepted',
  'report-reopened',
] as const;

/** The events of which the division hears: its own, and those between it and the agency. */
export const sharedEvents = [
  'report-filed',
  'report-withdrawn',
  'review-begun',
  'report-accepted',
  'report-returned',
  'report-reopened',
  'extension-requested',
  'extension-decided',
  'extension-granted',
  'extension-taken-back',
  'report-deadline-moved',
  'report-skipped',
  'report-filing-stopped',
  'report-filing-resumed',
  'report-opening-moved',
  'late-filing-opened',
  'late-filing-closed',
  'publication-proposed',
  'report-published',
  'publication-declined',
  'publication-taken-back',
  'publication-withdrawn',
  'publication-withdrawal-explained',
  'report-chased',
  'filed-evidence-infected',
  'report-tasks-changed',
] as const;
export type SharedEventName = (typeof sharedEvents)[number];

/** Says whether the division may hear of an event; those within the agency are the agency's own. */
export function isSharedEvent(name: string): name is SharedEventName {
  return (sharedEvents as readonly string[]).includes(name);
}
