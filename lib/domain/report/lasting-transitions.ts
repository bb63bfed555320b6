import { agencyRoles as agency, divisionRoles as division } from '@/lib/domain/authorization';
import type { ReportStatus } from './report';

// The commands that leave a report in its status, for the table of its lifecycle.

const coordinator = ['coordinator'] as const;

export function extensionIn<S extends ReportStatus>(status: S) {
  return {
    'request-extension': {
      to: status,
      by: agency,
      requires: ['still-owed', 'reason', 'due-date', 'later-due-date', 'no-extension-pending'],
    },
    'decide-extension': {
      to: status,
      by: coordinator,
      requires: ['still-owed', 'extension-pending', 'reason-unless-as-requested', 'due-date', 'later-due-date'],
    },
    'take-back-extension': { to: status, by: agency, requires: ['extension-pending'] },
    'grant-extension': {
      to: status,
      by: coordinator,
      requires: ['still-owed', 'no-extension-pending', 'reason', 'due-date', 'later-due-date'],
    },
  } as const;
}

/** The coordinator lets an agency file after the closing instant, in a period that has begun; the plan may let all. */
export function lateFilingIn<S extends ReportStatus>(status: S) {
  return {
    'open-late-filing': {
      to: status,
      by: coordinator,
      requires: ['still-owed', 'period-open', 'late-filing-by-report'],
    },
    'close-late-filing': { to: status, by: coordinator, requires: ['late-filing-by-report'] },
  } as const;
}

/** Evidence belongs to the text of an entry, so it changes only while the agency is writing. */
export function evidenceIn<S extends ReportStatus>(status: S) {
  return {
    'add-evidence': { to: status, by: agency, requires: ['still-owed', 'tasks-of-report', 'room-for-evidence'] },
    'remove-evidence': { to: status, by: agency, requires: ['still-owed', 'evidence-of-report'] },
  } as const;
}

/** Inside the agency, the role whose turn it is not may remind the other. */
export function remindReporterIn<S extends ReportStatus>(status: S) {
  const by = ['approver'] as const;
  return {
    'remind-reporter': { to: status, by, requires: ['still-owed', 'period-open', 'not-reminded-lately'] },
  } as const;
}

/** The division chases (催办) agencies that have not filed in a period that has begun. */
export function chaseIn<S extends ReportStatus>(status: S) {
  return { chase: { to: status, by: division, requires: ['still-owed', 'period-open', 'not-chased-today'] } } as const;
}

export function contributionsIn<S extends ReportStatus>(status: S) {
  return {
    contribute: {
      to: status,
      by: agency,
      requires: ['supports-task', 'still-owed', 'period-open', 'sections-of-form'],
    },
    'withdraw-contribution': { to: status, by: agency, requires: ['own-contribution', 'contribution-undecided'] },
  } as const;
}

export function decideContributionIn<S extends ReportStatus>(status: S) {
  const requires = ['still-owed', 'contribution-of-report', 'contribution-undecided'] as const;
  return { 'decide-contribution': { to: status, by: agency, requires } } as const;
}

/** Remarks of the division on a filed report, internal or for the agency; they change no status. */
export function remarksIn<S extends ReportStatus>(status: S) {
  return {
    remark: { to: status, by: division, requires: ['tasks-of-report', 'sections-of-form'] },
    'withdraw-remark': { to: status, by: division, requires: [] },
  } as const;
}
