import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { DueDate } from '@/lib/domain/deadline/due-date';
import type { RefusalCode } from '@/lib/domain/refusal';
import type { ReportCommand } from '@/lib/domain/report/report';
import { type Disorder, refusing } from './disorder';
import { publicationDisorders } from './publication-disorders';
import {
  blankEntry,
  completeEntry,
  dueDateAhead,
  now,
  otherAgency,
  storedFile,
  supportingAgency,
} from './report-states';

const withDueDate = (command: ReportCommand, dueDate: DueDate) =>
  'dueDate' in command ? { ...command, dueDate } : command;
const datedCommands = (code: RefusalCode) =>
  refusing(code, 'return', 'request-extension', 'decide-extension', 'grant-extension');

export const disorders: Disorder[] = [
  { facts: 'all in order', refuses: {} },
  {
    facts: 'the period not open',
    state: () => ({ opensAt: new Date(now.getTime() + 1) }),
    refuses: refusing('period-not-open', 'start', 'remind-reporter', 'chase', 'open-late-filing', 'contribute'),
  },
  {
    facts: 'the period closed by hand',
    state: () => ({ filingEnd: 'closed' }),
    refuses: refusing(
      'filing-ended',
      ...(['start', 'save', 'request-sign-off', 'file', 'withdraw', 'return', 'chase', 'contribute'] as const),
      ...(['request-extension', 'decide-extension', 'grant-extension', 'open-late-filing'] as const),
      ...(['add-evidence', 'remove-evidence', 'remind-approver', 'remind-reporter', 'decide-contribution'] as const),
    ),
  },
  {
    facts: 'the deadline passed',
    state: () => ({ closesAt: now }),
    refuses: { file: 'deadline-passed', 'request-sign-off': 'deadline-passed', withdraw: 'deadline-passed' },
  },
  {
    facts: 'the deadline passed and late filing open',
    state: () => ({ closesAt: now, lateFilingOpen: true }),
    refuses: { withdraw: 'deadline-passed' },
  },
  {
    facts: 'the deadline passed, late filing open, and the first filing late',
    state: () => ({ closesAt: now, lateFilingOpen: true, timeliness: 'late' }),
    refuses: {},
  },
  {
    facts: 'the deadline passed and late filing open by the plan',
    state: () => ({ closesAt: now, afterClosing: 'late_filing_open' }),
    refuses: {
      withdraw: 'deadline-passed',
      ...refusing('late-filing-by-plan', 'open-late-filing', 'close-late-filing'),
    },
  },
  { facts: 'the deadline provisional', state: () => ({ closesAt: null, dueOn: civilDate('2020-01-06') }), refuses: {} },
  {
    facts: 'an entry incomplete',
    state: () => ({
      entries: [
        { taskId: 'a', ...completeEntry, evidence: [storedFile] },
        { taskId: 'b', ...blankEntry },
      ],
    }),
    refuses: { file: 'incomplete', 'request-sign-off': 'incomplete' },
  },
  {
    facts: 'an entry contradictory',
    state: () => ({
      entries: [
        { taskId: 'a', ...completeEntry, evidence: [storedFile] },
        { taskId: 'b', ...completeEntry, noProblems: true },
      ],
    }),
    refuses: { file: 'contradictory', 'request-sign-off': 'contradictory' },
  },
  {
    facts: 'no entries',
    state: () => ({ entries: [] }),
    refuses: {
      file: 'incomplete',
      'request-sign-off': 'incomplete',
      save: 'not-found',
      'propose-publication': 'not-found',
      return: 'not-found',
      remark: 'not-found',
      'add-evidence': 'not-found',
      'remove-evidence': 'not-found',
    },
  },
  {
    facts: 'sign-off the other way round',
    state: (command) => ({ signOffRequired: command !== 'request-sign-off' }),
    refuses: { file: 'sign-off-required', 'request-sign-off': 'sign-off-not-used' },
    exceptFor: 'approver',
  },
  {
    facts: 'the review begun',
    state: () => ({ reviewBegun: true }),
    refuses: { 'begin-review': 'review-begun', withdraw: 'review-begun' },
  },
  {
    facts: 'the extension the other way round',
    state: (command) => ({
      requestedDueOn: ['decide-extension', 'take-back-extension'].includes(command) ? null : dueDateAhead.on,
    }),
    refuses: {
      'take-back-extension': 'no-extension-pending',
      'request-extension': 'extension-pending',
      'decide-extension': 'no-extension-pending',
      'grant-extension': 'extension-pending',
    },
  },
  {
    facts: 'nothing published',
    state: () => ({ published: false }),
    refuses: { 'withdraw-publication': 'not-published' },
  },
  {
    facts: 'a blank reason',
    input: (command) => ({
      ...command,
      ...('reason' in command && { reason: ' \u3000\n' }),
      ...('reasons' in command && { reasons: [{ taskId: 'a', section: null, text: ' ' }] }),
    }),
    refuses: {
      'send-back': 'reason-required',
      return: 'reason-required',
      reopen: 'reason-required',
      'request-extension': 'reason-required',
      'grant-extension': 'reason-required',
      'propose-publication': 'reason-required',
      'decline-publication': 'reason-required',
      'explain-publication-withdrawal': 'reason-required',
    },
  },
  {
    facts: 'a blank reason for a shorter extension than was requested',
    state: (command) => (command === 'decide-extension' ? { requestedDueOn: civilDate('2020-04-10') } : {}),
    input: (command) => (command.name === 'decide-extension' ? { ...command, reason: ' ' } : command),
    refuses: { 'decide-extension': 'reason-required' },
  },
  {
    facts: 'a blank reason for no extension',
    input: (command) => (command.name === 'decide-extension' ? { ...command, reason: '', dueDate: null } : command),
    refuses: { 'decide-extension': 'reason-required' },
  },
  {
    facts: 'a last day gone by',
    input: (command) =>
      withDueDate(command, {
        on: civilDate('2020-04-01'),
        closesAt: new Date('2020-04-01T16:00:00Z'),
        isWorkingDay: true,
      }),
    refuses: datedCommands('due-date-not-ahead'),
  },
  {
    facts: 'a last day that is not worked',
    input: (command) => withDueDate(command, { ...dueDateAhead, isWorkingDay: false }),
    refuses: datedCommands('due-date-not-a-working-day'),
  },
  {
    facts: 'a last day that is the one in force already',
    state: () => ({ dueOn: dueDateAhead.on, closesAt: dueDateAhead.closesAt }),
    refuses: refusing('due-date-not-later', 'request-extension', 'decide-extension', 'grant-extension'),
  },
  {
    facts: 'no last day granted',
    input: (command) => (command.name === 'decide-extension' ? { ...command, dueDate: null } : command),
    refuses: {},
  },
  {
    facts: "another report's task",
    input: (command) => ({
      ...command,
      ...('taskIds' in command && { taskIds: ['a', 'elsewhere'] }),
      ...('taskId' in command && { taskId: 'elsewhere' }),
      ...('reasons' in command && { reasons: [{ taskId: 'elsewhere', section: null, text: '请补充' }] }),
      ...('contributionId' in command && { contributionId: 'elsewhere' }),
    }),
    refuses: {
      save: 'not-found',
      'propose-publication': 'not-found',
      return: 'not-found',
      remark: 'not-found',
      'add-evidence': 'not-found',
      contribute: 'not-found',
      'withdraw-contribution': 'not-found',
      'decide-contribution': 'not-found',
    },
  },
  {
    facts: 'a task that the agency does not support',
    input: (command) => (command.name === 'contribute' ? { ...command, taskId: 'b' } : command),
    refuses: { contribute: 'not-found' },
  },
  {
    facts: 'the contribution decided',
    state: () => ({ contributions: [{ id: 'offered', taskId: 'a', agencyId: supportingAgency, isDecided: true }] }),
    refuses: { 'withdraw-contribution': 'contribution-decided', 'decide-contribution': 'contribution-decided' },
  },
  {
    facts: "another supporting agency's contribution",
    state: () => ({ contributions: [{ id: 'offered', taskId: 'a', agencyId: otherAgency, isDecided: false }] }),
    refuses: { 'withdraw-contribution': 'not-found' },
  },
  {
    facts: 'both reminded a moment ago',
    state: () => ({ lastReminded: { approver: now, reporter: now } }),
    refuses: { 'remind-approver': 'reminded-lately', 'remind-reporter': 'reminded-lately' },
  },
  {
    facts: 'an entry with as many files as it may have',
    input: (command) => (command.name === 'add-evidence' ? { ...command, perEntry: 1 } : command),
    refuses: { 'add-evidence': 'evidence-full' },
  },
  {
    facts: "another report's file",
    input: (command) => (command.name === 'remove-evidence' ? { ...command, evidenceId: 'elsewhere' } : command),
    refuses: { 'remove-evidence': 'not-found' },
  },
  ...publicationDisorders,
];
