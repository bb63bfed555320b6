import type { Role } from '@/lib/domain/authorization';
import type { RefusalCode } from '@/lib/domain/refusal';
import type { CommandName, ReportStatus } from '@/lib/domain/report/report';

/**
 * The lifecycle of a report in the domain's design, written a second time by hand. The table under test is never
 * imported here: a cell that somebody opens or shuts by mistake must differ from this one.
 */
type Cell = { by: readonly Role[]; to: ReportStatus };

const agency: readonly Role[] = ['reporter', 'approver'];
const approver: readonly Role[] = ['approver'];
const division: readonly Role[] = ['reviewer', 'coordinator'];
const coordinator: readonly Role[] = ['coordinator'];

export const everyStatus = ['not_started', 'draft', 'awaiting_sign_off', 'filed', 'returned', 'accepted'] as const;

export const everyRole: readonly Role[] = [
  'reporter',
  'approver',
  'reviewer',
  'coordinator',
  'leader',
  'system_administrator',
  'security_administrator',
  'auditor',
];

/** The commands of supporting agencies while the lead agency writes, by roles of another agency than the report's. */
const supporters = <S extends ReportStatus>(to: S) => ({
  contribute: { by: agency, to },
  'withdraw-contribution': { by: agency, to },
});

/** The commands around a report that is not with the division. */
const beforeFiling = <S extends ReportStatus>(to: S) => ({
  'request-extension': { by: agency, to },
  'decide-extension': { by: coordinator, to },
  'take-back-extension': { by: agency, to },
  'grant-extension': { by: coordinator, to },
  'open-late-filing': { by: coordinator, to },
  'close-late-filing': { by: coordinator, to },
  chase: { by: division, to },
});

/** The remarks of the division on a report that it has. */
const remarks = <S extends ReportStatus>(to: S) => ({
  remark: { by: division, to },
  'withdraw-remark': { by: division, to },
});

/** A published text can be withdrawn in every status. */
const publications = <S extends ReportStatus>(to: S) => ({
  'withdraw-publication': { by: ['coordinator', 'leader'] as const, to },
  'explain-publication-withdrawal': { by: ['coordinator', 'leader'] as const, to },
});

export const expectedCells: Record<ReportStatus, Partial<Record<CommandName, Cell>>> = {
  not_started: {
    start: { by: agency, to: 'draft' },
    ...beforeFiling('not_started'),
    'remind-reporter': { by: approver, to: 'not_started' },
    ...supporters('not_started'),
    ...publications('not_started'),
  },
  draft: {
    save: { by: agency, to: 'draft' },
    'request-sign-off': { by: agency, to: 'awaiting_sign_off' },
    file: { by: agency, to: 'filed' },
    ...beforeFiling('draft'),
    'add-evidence': { by: agency, to: 'draft' },
    'remove-evidence': { by: agency, to: 'draft' },
    'remind-reporter': { by: approver, to: 'draft' },
    'decide-contribution': { by: agency, to: 'draft' },
    ...supporters('draft'),
    ...publications('draft'),
  },
  awaiting_sign_off: {
    file: { by: approver, to: 'filed' },
    'send-back': { by: approver, to: 'draft' },
    'take-back-sign-off': { by: agency, to: 'draft' },
    ...beforeFiling('awaiting_sign_off'),
    'remind-approver': { by: ['reporter'], to: 'awaiting_sign_off' },
    ...publications('awaiting_sign_off'),
  },
  filed: {
    withdraw: { by: agency, to: 'draft' },
    'begin-review': { by: division, to: 'filed' },
    accept: { by: division, to: 'accepted' },
    return: { by: division, to: 'returned' },
    ...remarks('filed'),
    ...publications('filed'),
  },
  returned: {
    save: { by: agency, to: 'returned' },
    'request-sign-off': { by: agency, to: 'awaiting_sign_off' },
    file: { by: agency, to: 'filed' },
    ...beforeFiling('returned'),
    'add-evidence': { by: agency, to: 'returned' },
    'remove-evidence': { by: agency, to: 'returned' },
    'remind-reporter': { by: approver, to: 'returned' },
    'decide-contribution': { by: agency, to: 'returned' },
    ...supporters('returned'),
    ...publications('returned'),
  },
  accepted: {
    'propose-publication': { by: coordinator, to: 'accepted' },
    publish: { by: ['reviewer', 'coordinator', 'leader'], to: 'accepted' },
    'decline-publication': { by: ['reviewer', 'coordinator', 'leader'], to: 'accepted' },
    'take-back-publication': { by: coordinator, to: 'accepted' },
    ...publications('accepted'),
    reopen: { by: division, to: 'filed' },
    ...remarks('accepted'),
  },
};

export const ofSupporters: readonly CommandName[] = ['contribute', 'withdraw-contribution'];
const ofAgency: readonly CommandName[] = [
  ...ofSupporters,
  'decide-contribution',
  'start',
  'save',
  'request-sign-off',
  'take-back-sign-off',
  'file',
  'withdraw',
  'request-extension',
  'take-back-extension',
  'add-evidence',
  'remove-evidence',
];
const ofRemarks: readonly CommandName[] = ['remark', 'withdraw-remark'];
const ofCheckers: readonly CommandName[] = ['publish', 'decline-publication'];
const ofWithdrawers: readonly CommandName[] = ['withdraw-publication', 'explain-publication-withdrawal'];
const ofReviewer: readonly CommandName[] = [
  'begin-review',
  'accept',
  'return',
  'reopen',
  'chase',
  ...ofRemarks,
  ...ofCheckers,
];

/** The commands of each role in any status. */
const commandsOf: Record<Role, readonly CommandName[]> = {
  reporter: [...ofAgency, 'remind-approver'],
  approver: [...ofAgency, 'send-back', 'remind-reporter'],
  reviewer: ofReviewer,
  coordinator: [
    ...ofReviewer,
    'decide-extension',
    'grant-extension',
    'open-late-filing',
    'close-late-filing',
    'propose-publication',
    'take-back-publication',
    ...ofWithdrawers,
  ],
  leader: [...ofCheckers, ...ofWithdrawers],
  system_administrator: [],
  security_administrator: [],
  auditor: [],
};

/** The event of each command, which is named by the same verb everywhere. */
export const expectedEvents: Record<CommandName, string> = {
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
};

export const everyCommand = Object.keys(expectedEvents) as CommandName[];

/** The commands that keep the version: fields have versions of their own, and the others do not touch the text. */
const keepsVersion: readonly CommandName[] = [
  'save',
  'remind-approver',
  'remind-reporter',
  'chase',
  'open-late-filing',
  'close-late-filing',
  ...ofSupporters,
  'decide-contribution',
  ...ofRemarks,
  ...ofWithdrawers,
];

/** The versions of a report, and of its text, before any command. */
export const expectedBefore = 'version 7, text 0';

/** The same afterwards: only a save brings a new text. */
export const expectedAfter = (command: CommandName) =>
  `version ${keepsVersion.includes(command) ? 7 : 8}, text ${command === 'save' ? 1 : 0}`;

/** A person by role and agency: the report's own agency, one that supports its task, or another. */
export type Who = { role: Role; ofOwnAgency: boolean; supports?: boolean };

const readsNothing: readonly Role[] = ['system_administrator', 'security_administrator', 'auditor'];

/** The refusal that a cell gives a role whatever the report's facts are, or null where the cell is open to it. */
export function refusalOfCell(
  status: ReportStatus,
  command: CommandName,
  { role, ofOwnAgency, supports = false }: Who,
): RefusalCode | null {
  const isSupporters = ofSupporters.includes(command);
  const isOutside = agency.includes(role) && !ofOwnAgency && !(supports && isSupporters);
  if (readsNothing.includes(role) || isOutside) return 'not-found';
  if (!commandsOf[role].includes(command)) return 'forbidden';
  const cell = expectedCells[status][command];
  if (!cell) return isSupporters ? 'contributions-closed' : 'wrong-status';
  if (isSupporters && !supports) return 'not-found';
  return cell.by.includes(role) ? null : 'forbidden';
}
