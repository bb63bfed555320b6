import {
  type Actor,
  agencyRoles,
  covers,
  divisionRoles,
  hasRole,
  type Role,
  scopeOf,
  supports,
} from '@/lib/domain/authorization';
import { accepted, type Refusal, type Result, refused } from '@/lib/domain/refusal';
import {
  chaseIn,
  contributionsIn,
  decideContributionIn,
  evidenceIn,
  extensionIn,
  lateFilingIn,
  remarksIn,
  remindReporterIn,
} from './lasting-transitions';
import { proposalIn, publishedIn } from './publication-transitions';
import {
  type CommandName,
  isWithDivision,
  type ReportCommand,
  type ReportState,
  type ReportStatus,
  reportStatuses,
} from './report';
import { eventNames, type ReportEvent, reportCommands } from './report-events';
import { requirements } from './report-requirements';

type Requirement = keyof typeof requirements;
/** `before-sign-off` stands for the status in which the report was when sign-off was requested. */
type Transition = { to: ReportStatus | 'before-sign-off'; by: readonly Role[]; requires: readonly Requirement[] };
export type Lifecycle = Record<ReportStatus, Partial<Record<CommandName, Transition>>>;

const agency = agencyRoles;
const division = divisionRoles;

/** The agency hands its text in, or asks its approver to. */
const filingIn = {
  'request-sign-off': {
    to: 'awaiting_sign_off',
    by: agency,
    requires: ['still-owed', 'sign-off-used', 'filing-open', 'complete', 'consistent'],
  },
  file: { to: 'filed', by: agency, requires: ['still-owed', 'signed-off', 'filing-open', 'complete', 'consistent'] },
} as const;

/**
 * Commands of supporting agencies (配合单位) on the lead agency's report; every other command belongs to the lead agency
 * and the division.
 */
const supporterCommands: readonly CommandName[] = ['contribute', 'withdraw-contribution'];

/**
 * Status × command; a command that is absent is refused. Sources: the notice, and the table of statuses in the domain's
 * design.
 */
export const lifecycle = {
  not_started: {
    start: { to: 'draft', by: agency, requires: ['still-owed', 'period-open'] },
    ...extensionIn('not_started'),
    ...lateFilingIn('not_started'),
    ...remindReporterIn('not_started'),
    ...chaseIn('not_started'),
    ...contributionsIn('not_started'),
    ...publishedIn('not_started'),
  },
  draft: {
    save: { to: 'draft', by: agency, requires: ['still-owed', 'tasks-of-report'] },
    ...filingIn,
    ...extensionIn('draft'),
    ...lateFilingIn('draft'),
    ...evidenceIn('draft'),
    ...remindReporterIn('draft'),
    ...chaseIn('draft'),
    ...contributionsIn('draft'),
    ...decideContributionIn('draft'),
    ...publishedIn('draft'),
  },
  awaiting_sign_off: {
    file: { to: 'filed', by: ['approver'], requires: ['still-owed', 'filing-open', 'complete', 'consistent'] },
    'send-back': { to: 'before-sign-off', by: ['approver'], requires: ['reason'] },
    // The reporter mends something; the approver too, who then files without asking anybody.
    'take-back-sign-off': { to: 'before-sign-off', by: agency, requires: [] },
    ...extensionIn('awaiting_sign_off'),
    ...lateFilingIn('awaiting_sign_off'),
    'remind-approver': { to: 'awaiting_sign_off', by: ['reporter'], requires: ['still-owed', 'not-reminded-lately'] },
    ...chaseIn('awaiting_sign_off'),
    ...publishedIn('awaiting_sign_off'),
  },
  filed: {
    'begin-review': { to: 'filed', by: division, requires: ['review-not-begun'] },
    accept: { to: 'accepted', by: division, requires: [] },
    return: {
      to: 'returned',
      by: division,
      requires: [
        'still-owed',
        'tasks-of-report',
        'sections-of-form',
        'return-reasons',
        'due-date',
        'return-within-deadline',
      ],
    },
    withdraw: { to: 'draft', by: agency, requires: ['still-owed', 'review-not-begun', 'withdrawal-open'] },
    ...remarksIn('filed'),
    ...publishedIn('filed'),
  },
  returned: {
    save: { to: 'returned', by: agency, requires: ['still-owed', 'tasks-of-report'] },
    ...filingIn,
    ...extensionIn('returned'),
    ...lateFilingIn('returned'),
    ...evidenceIn('returned'),
    ...remindReporterIn('returned'),
    ...chaseIn('returned'),
    ...contributionsIn('returned'),
    ...decideContributionIn('returned'),
    ...publishedIn('returned'),
  },
  accepted: {
    ...proposalIn('accepted'),
    reopen: { to: 'filed', by: division, requires: ['reason'] },
    ...remarksIn('accepted'),
    ...publishedIn('accepted'),
  },
} as const satisfies Lifecycle;

/** Gives the entry of the table for a status and a command; undefined where the status does not allow the command. */
export function transitionFor(status: ReportStatus, command: CommandName): Transition | undefined {
  return (lifecycle as Lifecycle)[status][command];
}

/** Says whether an actor's roles may give a command in any status at all. */
function mayEverBeGivenBy(actor: Actor, command: CommandName): boolean {
  return reportStatuses.some((status) => hasRole(actor, transitionFor(status, command)?.by ?? []));
}

function refusalOf(
  report: ReportState,
  name: CommandName,
  actor: Actor,
  required: (requirement: Requirement) => Refusal | null,
): Refusal | null {
  const isSupporters = supporterCommands.includes(name);
  const isWithinScope = covers(scopeOf(actor), report) || (isSupporters && supports(actor, report.support));
  if (!isWithinScope) return { code: 'not-found' };
  if (!mayEverBeGivenBy(actor, name)) return { code: 'forbidden' };
  const transition = transitionFor(report.status, name);
  // A supporting agency does not learn the status of the report, only that it accepts no contributions now.
  if (!transition && isSupporters) return { code: 'contributions-closed' };
  if (!transition) return { code: 'wrong-status', status: report.status, command: name };
  if (!hasRole(actor, transition.by)) return { code: 'forbidden' };
  if (!report.owed && !isWithDivision(report.status) && !(name in publishedIn(report.status)))
    return { code: 'no-task-left' };
  for (const requirement of transition.requires) {
    const refusal = required(requirement);
    if (refusal) return refusal;
  }
  return null;
}

/**
 * Decides a command on a stored report at an instant of the portal's clock. Gives the event to record and the status to
 * move to, or the first refusal of: `not-found` for a report outside the actor's scope, `forbidden` for a command that
 * the actor's roles may never give, `wrong-status` for one that the status does not allow (`contributions-closed` to a
 * supporting agency), `no-task-left` for a report that is not owed while it lies with its agency, then each requirement of the table in order.
 */
export function decide(report: ReportState, command: ReportCommand, actor: Actor, now: Date): Result<ReportEvent> {
  const refusal = refusalOf(report, command.name, actor, (requirement) =>
    requirements[requirement].check({ report, command, actor, now }),
  );
  const transition = transitionFor(report.status, command.name);
  if (refusal || !transition) return refused(refusal ?? { code: 'forbidden' });
  const to = transition.to === 'before-sign-off' ? report.statusBeforeSignOff : transition.to;
  return accepted({ name: eventNames[command.name], from: report.status, to });
}

/**
 * Lists the commands available to an actor now, which are the buttons to show. Requirements on input still to be typed
 * (completeness, reasons, dates) are left to `decide`.
 */
export function availableCommands(report: ReportState, actor: Actor, now: Date): CommandName[] {
  return reportCommands.filter((name) => {
    const command = { name } as ReportCommand;
    const beforeInput = (requirement: Requirement) => {
      const rule = requirements[requirement];
      return rule.beforeInput ? rule.check({ report, command, actor, now }) : null;
    };
    return refusalOf(report, name, actor, beforeInput) === null;
  });
}
