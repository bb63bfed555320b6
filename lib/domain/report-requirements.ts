import { type Actor, hasRole } from './authorization';
import { civilDateOf } from './civil-date';
import { missingParts } from './completeness';
import type { Refusal } from './refusal';
import type { DueDate, ReportCommand, ReportState } from './report';

type Facts = { report: ReportState; command: ReportCommand; actor: Actor; now: Date };

/** `standing` rules hold before anything is typed, so that buttons follow them. */
type Rule = { standing: boolean; check: (facts: Facts) => Refusal | null };

const unless = (holds: boolean, refusal: Refusal): Refusal | null => (holds ? null : refusal);

function refuseDueDate(dueDate: DueDate, now: Date): Refusal | null {
  if (dueDate.on < civilDateOf(now)) return { code: 'due-date-not-ahead', on: dueDate.on };
  if (dueDate.closesAt <= now) return { code: 'due-date-not-ahead', on: dueDate.on };
  return unless(dueDate.isWorkingDay, { code: 'due-date-not-a-working-day', on: dueDate.on });
}

const hasText = (text: string | undefined): boolean => (text ?? '').trim() !== '';

function namedTasks(command: ReportCommand): readonly string[] {
  if (command.name === 'save') return command.taskIds;
  return command.name === 'return' ? command.reasons.map((reason) => reason.taskId) : [];
}

export const requirements = {
  /** A period is filled in from the instant on which it opens. */
  'period-open': {
    standing: true,
    check: ({ report, now }) => unless(now >= report.opensAt, { code: 'period-not-open', opensAt: report.opensAt }),
  },
  /** The notice: by the third working day of the next quarter; the closing instant is exclusive. */
  'filing-open': {
    standing: true,
    check: ({ report, now }) =>
      unless(report.closesAt === null || now < report.closesAt, { code: 'deadline-passed', dueOn: report.dueOn, now }),
  },
  /** The notice: progress, problems, results and next steps, for each task. */
  complete: {
    standing: false,
    check: ({ report }) => {
      const missing = missingParts(report.entries);
      return unless(missing.length === 0 && report.entries.length > 0, { code: 'incomplete', missing });
    },
  },
  /** An agency that wants sign-off files through its approver. */
  'signed-off': {
    standing: true,
    check: ({ report, actor }) =>
      unless(!report.signOffRequired || hasRole(actor, ['approver']), { code: 'sign-off-required' }),
  },
  'sign-off-used': {
    standing: true,
    check: ({ report }) => unless(report.signOffRequired, { code: 'sign-off-not-used' }),
  },
  'review-not-begun': {
    standing: true,
    check: ({ report }) => unless(!report.reviewBegun, { code: 'review-begun' }),
  },
  reason: {
    standing: false,
    check: ({ command }) => unless('reason' in command && hasText(command.reason), { code: 'reason-required' }),
  },
  /** Nothing is said of a task that is not this report's. */
  'tasks-of-report': {
    standing: false,
    check: ({ report, command }) => {
      const known = new Set(report.entries.map((entry) => entry.taskId));
      return unless(
        namedTasks(command).every((taskId) => known.has(taskId)),
        { code: 'not-found' },
      );
    },
  },
  /** A return says what is to be mended. */
  'return-reasons': {
    standing: false,
    check: ({ command }) =>
      unless(command.name === 'return' && command.reasons.some((reason) => hasText(reason.text)), {
        code: 'reason-required',
      }),
  },
  /** A last day that is set or proposed is a working day that has not closed yet. */
  'due-date': {
    standing: false,
    check: ({ command, now }) => {
      const dueDate = 'dueDate' in command ? command.dueDate : null;
      return dueDate === null ? null : refuseDueDate(dueDate, now);
    },
  },
  /** More time that nobody asked for lies after the last day in force, that of an earlier extension or a return included. */
  'later-due-date': {
    standing: false,
    check: ({ report, command }) => {
      const dueDate = 'dueDate' in command ? command.dueDate : null;
      if (dueDate === null) return null;
      return unless(dueDate.on > report.dueOn, { code: 'due-date-not-later', on: dueDate.on, dueOn: report.dueOn });
    },
  },
  'no-extension-pending': {
    standing: true,
    check: ({ report }) => unless(!report.extensionPending, { code: 'extension-pending' }),
  },
  'extension-pending': {
    standing: true,
    check: ({ report }) => unless(report.extensionPending, { code: 'no-extension-pending' }),
  },
  /** The default is not public: what goes out is chosen. */
  'sections-chosen': {
    standing: false,
    check: ({ command }) =>
      unless(command.name === 'publish' && command.sections.length > 0, { code: 'nothing-chosen' }),
  },
  /** 保密审查 has a name and a date that is not ahead of the publication. */
  'secrecy-reviewed': {
    standing: false,
    check: ({ command, now }) =>
      unless(
        command.name === 'publish' && hasText(command.secrecyReviewer) && command.secrecyReviewedOn <= civilDateOf(now),
        { code: 'secrecy-review-required' },
      ),
  },
  published: {
    standing: true,
    check: ({ report }) => unless(report.published, { code: 'not-published' }),
  },
} as const satisfies Record<string, Rule>;
