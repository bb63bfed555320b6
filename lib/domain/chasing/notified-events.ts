import { type AgencyRole, agencyRoles, publicationCheckers, type Role } from '@/lib/domain/authorization';
import type { CommandName } from '@/lib/domain/report/report';
import type {
  amendmentEvents,
  eventNames,
  foundEvents,
  PlanActEvent,
  periodEvents,
} from '@/lib/domain/report/report-events';

type EventName =
  | (typeof eventNames)[CommandName]
  | (typeof foundEvents)[number]
  | (typeof periodEvents)[number]
  | (typeof amendmentEvents)[number]
  | PlanActEvent;

/**
 * The recipients of an event: officers of the report's agency, of the agency that offered the contribution, the
 * accounts that read the agency's reports for the division, or accounts of the division and the leader.
 */
type Recipients =
  | { agency: readonly AgencyRole[] }
  | { contributor: readonly AgencyRole[] }
  | { division: readonly Role[] }
  | 'readers'
  | 'proposer';

type Rule = {
  to: Recipients;
  /** The events of the same report (and of the same contribution) after which nothing is left to do. */
  doneBy?: readonly EventName[];
  /** A decision of the division on a report or a request. */
  isDecision?: true;
  /** Many may come at once: each stands in the inbox, and the other channels get a few together. */
  isBundled?: true;
};

const officers: Recipients = { agency: agencyRoles };
const reporters: Recipients = { agency: ['reporter'] };
const approvers: Recipients = { agency: ['approver'] };
const coordinators: Recipients = { division: ['coordinator'] };

/**
 * Every event of a report, with those who are notified of it, or with the reason why nobody is. Nobody is notified of an
 * act of his own. A trigger of the database keeps the list of those that notify somebody. Source: "Whoever has to act is
 * told" in the requirements.
 */
export const notifiedEvents = {
  'report-started': { nobody: 'the agency begins its own work, and nobody else has to act' },
  'report-saved': { nobody: 'the text is nobody else’s until it is filed' },
  'evidence-added': { nobody: 'a file is part of the text' },
  'evidence-removed': { nobody: 'a file is part of the text' },
  'evidence-infected': { to: officers },
  /** Only where a filed version lists the file, because nobody outside the agency knows of another. */
  'filed-evidence-infected': { to: 'readers' },

  'report-tasks-changed': { to: officers, isDecision: true },
  'read-tasks-changed': { to: 'readers', isBundled: true },

  'sign-off-requested': { to: approvers, doneBy: ['report-filed', 'report-sent-back', 'sign-off-taken-back'] },
  'sign-off-taken-back': { to: approvers },
  'approver-reminded': { to: approvers, doneBy: ['report-filed', 'report-sent-back', 'sign-off-taken-back'] },
  'report-sent-back': { to: reporters, doneBy: ['sign-off-requested', 'report-filed'] },
  'reporter-reminded': { to: reporters, doneBy: ['sign-off-requested', 'report-filed'] },

  'contribution-added': {
    to: reporters,
    doneBy: ['contribution-decided', 'contribution-withdrawn', 'report-filed'],
  },
  'contribution-withdrawn': { to: reporters },
  'contribution-decided': { to: { contributor: agencyRoles } },

  'report-filed': {
    to: 'readers',
    isBundled: true,
    doneBy: ['report-accepted', 'report-returned', 'report-withdrawn'],
  },
  'report-withdrawn': { nobody: 'its review has not begun, and the message of its filing is done' },
  'review-begun': { nobody: 'the agency reads it on the report, and has nothing to do' },
  'report-accepted': { to: officers, isDecision: true },
  'report-returned': { to: officers, isDecision: true, doneBy: ['report-filed'] },
  'report-reopened': { to: officers, isDecision: true },
  /** Only a remark whose audience is the agency. */
  'remark-added': { to: officers, isDecision: true },
  'remark-withdrawn': { nobody: 'nothing was to be done about a remark' },
  'report-chased': { to: officers, doneBy: ['report-filed'] },

  'extension-requested': { to: coordinators, doneBy: ['extension-decided', 'extension-taken-back'] },
  'extension-taken-back': { to: coordinators },
  'extension-decided': { to: officers, isDecision: true },
  'extension-granted': { to: officers, isDecision: true },
  'report-deadline-moved': { to: officers, isDecision: true },
  'report-owed': { to: officers },
  'report-skipped': { to: officers, isDecision: true },
  'report-filing-stopped': { to: officers, isDecision: true, doneBy: ['report-filing-resumed'] },
  'report-filing-resumed': { to: officers, isDecision: true, doneBy: ['report-filed'] },
  'report-opening-moved': { to: officers, isDecision: true },
  'late-filing-opened': { to: officers, isDecision: true, doneBy: ['report-filed', 'late-filing-closed'] },
  'late-filing-closed': { to: officers, isDecision: true },

  'publication-proposed': {
    to: { division: publicationCheckers },
    isBundled: true,
    // A proposal lapses when another replaces it, and when its report is opened again.
    doneBy: [
      'report-published',
      'publication-declined',
      'publication-taken-back',
      'publication-withdrawn',
      'publication-proposed',
      'report-reopened',
    ],
  },
  'publication-declined': { to: 'proposer', doneBy: ['publication-proposed', 'report-published'] },
  'publication-taken-back': { nobody: 'the messages of the proposal are done' },
  'report-published': { to: officers, isDecision: true },
  'publication-withdrawn': { to: officers, isDecision: true },
  'publication-withdrawal-explained': {
    nobody: 'the reason stands beside the withdrawal, of which the agency is notified',
  },
} as const satisfies Record<EventName, Rule | { nobody: string }>;

type Table = typeof notifiedEvents;

export type NotifiedEvent = {
  [Name in keyof Table]: Table[Name] extends { to: Recipients } ? Name : never;
}[keyof Table];

/** Says whether an event of this name notifies anybody. */
export function isNotifiedEvent(name: string): name is NotifiedEvent {
  return 'to' in ((notifiedEvents as Record<string, object>)[name] ?? {});
}

/** Gives the rule of an event that notifies somebody. */
export function notificationRule(name: NotifiedEvent): Rule {
  return notifiedEvents[name];
}

const notifiedNames = Object.keys(notifiedEvents).filter(isNotifiedEvent);

/** For each event the names of those after which nothing is left to do about its messages. */
export const settlingEvents = Object.fromEntries(
  notifiedNames.map((name) => [name, notificationRule(name).doneBy ?? []]),
);

/** The events of which the channels beside the inbox get several in one message. */
export const bundledEvents = notifiedNames.filter((name) => notificationRule(name).isBundled);

/** The event after which nothing is left to do about a message of the calendar on one report. */
export const settlesCalendar = 'report-filed' satisfies EventName;
