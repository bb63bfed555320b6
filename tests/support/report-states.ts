import type { Actor, Role } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { DueDate } from '@/lib/domain/deadline/due-date';
import { emptyEntry, noticeForm, type ProgressLight } from '@/lib/domain/report/entry';
import type { StoredEvidence } from '@/lib/domain/report/evidence-files';
import type { CommandName, ReportCommand, ReportState } from '@/lib/domain/report/report';

/** 09:00 in China on the day before the notice's first deadline. */
export const now = new Date('2020-04-02T01:00:00.000Z');
export const closesAt = new Date('2020-04-03T16:00:00.000Z');

export const ownAgency = '018f0000-0000-7000-8000-000000000001';
export const ownOffice = '018f0000-0000-7000-8000-00000000000a';
export const otherOffice = '018f0000-0000-7000-8000-00000000000b';
export const otherAgency = '018f0000-0000-7000-8000-000000000002';

/** This agency supports task a of the report. */
export const supportingAgency = '018f0000-0000-7000-8000-000000000003';

/** An entry under the notice's form. */
export type NoticeEntry = {
  light: ProgressLight | null;
  noProgress: boolean;
  noProgressReason: string;
  progress: string;
  problems: string;
  noProblems: boolean;
  results: string;
  nextSteps: string;
};

export const blankEntry = emptyEntry(noticeForm) as NoticeEntry;

export const completeEntry: NoticeEntry = {
  ...blankEntry,
  progress: '进展',
  problems: '问题',
  results: '成效',
  nextSteps: '下一步',
  light: 'normal',
};

/** A file that supports an entry as evidence. */
export const storedFile: StoredEvidence = {
  id: 'file',
  name: '会议纪要.pdf',
  size: 1_000,
  digest: 'a'.repeat(64),
  scan: 'clean',
};

/** A report whose facts allow every command, so that only its status decides. */
export function reportState(changes: Partial<ReportState> = {}): ReportState {
  return {
    agencyId: ownAgency,
    officeId: ownOffice,
    status: 'draft',
    owed: true,
    statusBeforeSignOff: 'draft',
    afterClosing: 'closed',
    lateFilingOpen: false,
    filingEnd: null,
    opensAt: new Date('2020-03-25T16:00:00.000Z'),
    closesAt,
    dueOn: civilDate('2020-04-03'),
    timeliness: null,
    signOffRequired: false,
    reviewBegun: false,
    requestedDueOn: null,
    published: true,
    acceptedAt: now,
    proposal: { proposedById: 'another account' },
    withdrawalUnexplained: true,
    entries: [
      { taskId: 'a', ...completeEntry, evidence: [storedFile] },
      { taskId: 'b', ...completeEntry },
    ],
    form: noticeForm,
    support: [{ taskId: 'a', agencyId: supportingAgency }],
    contributions: [{ id: 'offered', taskId: 'a', agencyId: supportingAgency, isDecided: false }],
    lastReminded: { approver: null, reporter: null },
    chasedAt: null,
    ...changes,
  };
}

export function actorOf(role: Role, agencyId: string = ownAgency): Actor {
  const isOfAgency = role === 'reporter' || role === 'approver';
  const isOfDivision = role === 'reviewer' || role === 'coordinator' || role === 'leader';
  return {
    accountId: 'account',
    displayName: role,
    roles: [role],
    offices: isOfDivision ? [ownOffice] : [],
    agencyId: isOfAgency ? agencyId : null,
  };
}

export const dueDateAhead: DueDate = {
  on: civilDate('2020-04-08'),
  closesAt: new Date('2020-04-08T16:00:00.000Z'),
  isWorkingDay: true,
};

/** Each command with a faultless input. */
export const goodCommands: { [Name in CommandName]: ReportCommand & { name: Name } } = {
  start: { name: 'start' },
  save: { name: 'save', taskIds: ['a'] },
  'request-sign-off': { name: 'request-sign-off' },
  'take-back-sign-off': { name: 'take-back-sign-off' },
  'send-back': { name: 'send-back', reason: '请补充' },
  file: { name: 'file' },
  withdraw: { name: 'withdraw' },
  'begin-review': { name: 'begin-review' },
  accept: { name: 'accept' },
  return: { name: 'return', reasons: [{ taskId: 'a', section: null, text: '请补充' }], dueDate: dueDateAhead },
  reopen: { name: 'reopen', reason: '复核' },
  remark: { name: 'remark', taskId: 'a', section: 'progress' },
  'withdraw-remark': { name: 'withdraw-remark', remarkId: 'remark' },
  'request-extension': { name: 'request-extension', reason: '数据未到', dueDate: dueDateAhead },
  'decide-extension': { name: 'decide-extension', reason: '同意', dueDate: dueDateAhead },
  'take-back-extension': { name: 'take-back-extension' },
  'open-late-filing': { name: 'open-late-filing' },
  'close-late-filing': { name: 'close-late-filing' },
  'grant-extension': { name: 'grant-extension', reason: '系统故障', dueDate: dueDateAhead },
  'add-evidence': { name: 'add-evidence', taskId: 'a', perEntry: 10 },
  'remove-evidence': { name: 'remove-evidence', evidenceId: storedFile.id },
  'remind-approver': { name: 'remind-approver' },
  'remind-reporter': { name: 'remind-reporter' },
  chase: { name: 'chase', seen: null },
  contribute: { name: 'contribute', taskId: 'a', section: 'progress' },
  'withdraw-contribution': { name: 'withdraw-contribution', contributionId: 'offered' },
  'decide-contribution': { name: 'decide-contribution', contributionId: 'offered' },
  'propose-publication': {
    name: 'propose-publication',
    taskIds: ['a', 'b'],
    sections: ['progress', 'results'],
    reason: '更正数字',
  },
  publish: { name: 'publish', secrecyReviewedOn: civilDate('2020-04-02') },
  'decline-publication': { name: 'decline-publication', reason: '含个人信息' },
  'take-back-publication': { name: 'take-back-publication' },
  'withdraw-publication': { name: 'withdraw-publication' },
  'explain-publication-withdrawal': { name: 'explain-publication-withdrawal', reason: '有误' },
};
