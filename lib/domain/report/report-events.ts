import type { CommandName, ReportStatus } from './report';

/** The event that each command records, named by the same verb. */
export const eventNames = {
  start: 'report-started',
  save: 'report-saved',
  'request-sign-off': 'sign-off-requested',
  'take-back-sign-off': 'sign-off-taken-back',
  'send-back': 'report-sent-back',
  file: 'report-filed',
  withdraw: 'report-withdrawn',
  'begin-review': 'review-begun',
  accept: 'report-accepted',
  return: 'report-returned',
  reopen: 'report-reopened',
  remark: 'remark-added',
  'withdraw-remark': 'remark-withdrawn',
  'request-extension': 'extension-requested',
  'decide-extension': 'extension-decided',
  'grant-extension': 'extension-granted',
  'take-back-extension': 'extension-taken-back',
  'open-late-filing': 'late-filing-opened',
  'close-late-filing': 'late-filing-closed',
  'add-evidence': 'evidence-added',
  'remove-evidence': 'evidence-removed',
  'remind-approver': 'approver-reminded',
  'remind-reporter': 'reporter-reminded',
  chase: 'report-chased',
  contribute: 'contribution-added',
  'withdraw-contribution': 'contribution-withdrawn',
  'decide-contribution': 'contribution-decided',
  'propose-publication': 'publication-proposed',
  publish: 'report-published',
  'decline-publication': 'publication-declined',
  'take-back-publication': 'publication-taken-back',
  'withdraw-publication': 'publication-withdrawn',
  'explain-publication-withdrawal': 'publication-withdrawal-explained',
} as const satisfies Record<CommandName, string>;

/** The events of a report that nobody's command causes: a file was found infected after it was stored. */
export const foundEvents = ['evidence-infected', 'filed-evidence-infected'] as const;

/** Recorded on each report of a period whose deadline was moved; the move itself is the event `deadline-moved`. */
export const periodEvents = ['report-deadline-moved'] as const;
/** The events of a report whose tasks an amendment of the plan changed: for its agency, and for those who read it. */
export const amendmentEvents = ['report-tasks-changed', 'read-tasks-changed'] as const;

/**
 * Recorded on the reports that an act on their plan or period concerns: the plan was issued, the period skipped, closed by
 * hand or opened again, or its first day moved. The act itself is an event of the plan (lib/domain/plan/plan-lifecycle.ts).
 */
export const planActEvents = [
  'report-owed',
  'report-skipped',
  'report-filing-stopped',
  'report-filing-resumed',
  'report-opening-moved',
] as const;
export type PlanActEvent = (typeof planActEvents)[number];

export const reportCommands = Object.keys(eventNames) as CommandName[];

/** The events that change a report's row in a list: all but the saving of its text, which changes no status. */
export const movingEvents: ReadonlySet<string> = new Set([
  ...Object.values(eventNames).filter((name) => name !== eventNames.save),
  ...periodEvents,
  ...planActEvents,
  // An amendment may add a report to those that are owed, or take it from them.
  'report-tasks-changed',
]);

export type ReportEvent = {
  name: (typeof eventNames)[CommandName];
  from: ReportStatus;
  to: ReportStatus;
};
