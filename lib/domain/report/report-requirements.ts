import { hasRole, supports } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { isLateFilingOpen } from '@/lib/domain/deadline/closing';
import type { DueDate } from '@/lib/domain/deadline/due-date';
import type { Refusal } from '@/lib/domain/refusal';
import { namedSections, namedTasks } from './command-subjects';
import { missingParts } from './completeness';
import { contradictionsIn } from './contradictions';
import { sectionsOf } from './entry';
import { refuseOneMore } from './evidence';
import { periodRequirements } from './period-requirements';
import { publicationRequirements } from './publication-requirements';
import { mayChaseAgain, remindableFrom } from './reminders';
import type { ContributionState } from './report';
import { type Facts, hasText, type Rule, unless } from './rule';

function refuseDueDate(dueDate: DueDate, now: Date): Refusal | null {
  if (dueDate.on < civilDateOf(now)) return { code: 'due-date-not-ahead', on: dueDate.on };
  if (dueDate.closesAt <= now) return { code: 'due-date-not-ahead', on: dueDate.on };
  return unless(dueDate.isWorkingDay, { code: 'due-date-not-a-working-day', on: dueDate.on });
}

/** Refuses from the closing instant on, except while that is provisional, and where it may be passed. */
function refuseClosed({ report, now }: Facts, mayPass: boolean): Refusal | null {
  const { dueOn, closesAt } = report;
  if (closesAt === null || now < closesAt || mayPass) return null;
  return { code: 'deadline-passed', dueOn, closesAt, now };
}

/** The contribution that a command names; while none is named, the first that would be allowed. */
function namedContribution({ report, command }: Facts, wouldDo: (each: ContributionState) => boolean) {
  const isNamed = 'contributionId' in command;
  return report.contributions.find((each) => (isNamed ? each.id === command.contributionId : wouldDo(each)));
}

export const requirements = {
  ...periodRequirements,
  /** The notice: by the third working day of the next period; the closing instant is exclusive. Late filing passes it. */
  'filing-open': {
    beforeInput: true,
    check: (facts) => refuseClosed(facts, isLateFilingOpen(facts.report)),
  },
  /**
   * A report is withdrawn only as long as it can be filed again. One that was filed in time does not pass the closing
   * instant by late filing: it would be filed late and still count as in time.
   */
  'withdrawal-open': {
    beforeInput: true,
    check: (facts) => refuseClosed(facts, isLateFilingOpen(facts.report) && facts.report.timeliness === 'late'),
  },
  /** There is nothing to open or to close for one report of a plan that lets every report be filed late. */
  'late-filing-by-report': {
    beforeInput: true,
    check: ({ report }) => unless(report.afterClosing === 'closed', { code: 'late-filing-by-plan' }),
  },
  /** Everything that the plan's form asks for; under the notice progress, problems, results and next steps, for each task. */
  complete: {
    beforeInput: false,
    check: ({ report }) => {
      const missing = missingParts(report.entries, report.form);
      return unless(missing.length === 0 && report.entries.length > 0, { code: 'incomplete', missing });
    },
  },
  /** A tick and a text that exclude each other would be read as both. */
  consistent: {
    beforeInput: false,
    check: ({ report }) => {
      const contradictions = contradictionsIn(report.entries, report.form);
      return unless(contradictions.length === 0, { code: 'contradictory', contradictions });
    },
  },
  /** An agency that wants sign-off files through its approver. */
  'signed-off': {
    beforeInput: true,
    check: ({ report, actor }) =>
      unless(!report.signOffRequired || hasRole(actor, ['approver']), { code: 'sign-off-required' }),
  },
  'sign-off-used': {
    beforeInput: true,
    check: ({ report }) => unless(report.signOffRequired, { code: 'sign-off-not-used' }),
  },
  'review-not-begun': {
    beforeInput: true,
    check: ({ report }) => unless(!report.reviewBegun, { code: 'review-begun' }),
  },
  reason: {
    beforeInput: false,
    check: ({ command }) => unless('reason' in command && hasText(command.reason), { code: 'reason-required' }),
  },
  /** The answer to a request for an extension needs a reason, unless it grants the day that was requested. */
  'reason-unless-as-requested': {
    beforeInput: false,
    check: ({ report, command }) => {
      if (command.name !== 'decide-extension') return null;
      const isAsRequested = command.dueDate !== null && command.dueDate.on === report.requestedDueOn;
      return unless(isAsRequested || hasText(command.reason), { code: 'reason-required' });
    },
  },
  /** A command must not concern a task outside this report. */
  'tasks-of-report': {
    beforeInput: false,
    check: ({ report, command }) => {
      const known = new Set(report.entries.map((entry) => entry.taskId));
      return unless(
        namedTasks(command).every((taskId) => known.has(taskId)),
        { code: 'not-found' },
      );
    },
  },
  /** A command must not concern a section that the plan's form has not. */
  'sections-of-form': {
    beforeInput: false,
    check: ({ report, command }) => {
      const known = sectionsOf(report.form);
      return unless(
        namedSections(command).every((section) => section === null || known.includes(section)),
        { code: 'not-found' },
      );
    },
  },
  /** An entry has a limited number of files. */
  'room-for-evidence': {
    beforeInput: false,
    check: ({ report, command }) => {
      if (command.name !== 'add-evidence') return null;
      const entry = report.entries.find(({ taskId }) => taskId === command.taskId);
      return refuseOneMore(entry?.evidence?.length ?? 0, command.perEntry);
    },
  },
  /** Only a file that the report has now can be removed from it. */
  'evidence-of-report': {
    beforeInput: false,
    check: ({ report, command }) => {
      const ids = report.entries.flatMap(({ evidence = [] }) => evidence.map(({ id }) => id));
      return unless(command.name === 'remove-evidence' && ids.includes(command.evidenceId), { code: 'not-found' });
    },
  },
  /** A return needs at least one reason. */
  'return-reasons': {
    beforeInput: false,
    check: ({ command }) =>
      unless(command.name === 'return' && command.reasons.some((reason) => hasText(reason.text)), {
        code: 'reason-required',
      }),
  },
  /** A last day that is set or requested must be a working day that has not closed yet. */
  'due-date': {
    beforeInput: false,
    check: ({ command, now }) => {
      const dueDate = 'dueDate' in command ? command.dueDate : null;
      return dueDate === null ? null : refuseDueDate(dueDate, now);
    },
  },
  /**
   * An extension, requested or not, must end after the last day in force, which includes that of an earlier extension
   * or a return.
   */
  'later-due-date': {
    beforeInput: false,
    check: ({ report, command }) => {
      const dueDate = 'dueDate' in command ? command.dueDate : null;
      if (dueDate === null) return null;
      return unless(dueDate.on > report.dueOn, { code: 'due-date-not-later', on: dueDate.on, dueOn: report.dueOn });
    },
  },
  /** A return must not end before the last day in force: an agency that filed early keeps the time that it had. */
  'return-within-deadline': {
    beforeInput: false,
    check: ({ report, command }) => {
      if (command.name !== 'return') return null;
      const { on } = command.dueDate;
      return unless(on >= report.dueOn, { code: 'return-ends-before-deadline', on, dueOn: report.dueOn });
    },
  },
  'no-extension-pending': {
    beforeInput: true,
    check: ({ report }) => unless(report.requestedDueOn === null, { code: 'extension-pending' }),
  },
  'extension-pending': {
    beforeInput: true,
    check: ({ report }) => unless(report.requestedDueOn !== null, { code: 'no-extension-pending' }),
  },
  /** A role that was just reminded is not reminded again for a while. */
  'not-reminded-lately': {
    beforeInput: true,
    check: ({ report, command, now }) => {
      const from = remindableFrom(report.lastReminded[command.name === 'remind-approver' ? 'approver' : 'reporter']);
      return from !== null && now < from ? { code: 'reminded-lately', from } : null;
    },
  },
  /** Nobody is chased twice on one day, but by a sender who has seen when the agency was last chased. */
  'not-chased-today': {
    beforeInput: false,
    check: ({ report: { chasedAt }, command, now }) => {
      const seen = command.name === 'chase' ? command.seen : null;
      return chasedAt && !mayChaseAgain(chasedAt, seen, now) ? { code: 'chased-today', at: chasedAt } : null;
    },
  },
  /** A supporting agency writes only on tasks that it supports. */
  'supports-task': {
    beforeInput: true,
    check: ({ report, command, actor }) =>
      unless(supports(actor, report.support, 'taskId' in command ? command.taskId : undefined), { code: 'not-found' }),
  },
  /** Only the agency that made an offer can withdraw it. */
  'own-contribution': {
    beforeInput: true,
    check: (facts) => {
      const isOwn = (each: ContributionState) => each.agencyId === facts.actor.agencyId;
      const named = namedContribution(facts, (each) => isOwn(each) && !each.isDecided);
      return unless(named !== undefined && isOwn(named), { code: 'not-found' });
    },
  },
  'contribution-of-report': {
    beforeInput: true,
    check: (facts) => unless(namedContribution(facts, (each) => !each.isDecided) !== undefined, { code: 'not-found' }),
  },
  /** A decision of the lead agency on a contribution is final. */
  'contribution-undecided': {
    beforeInput: true,
    check: (facts) =>
      unless(namedContribution(facts, (each) => !each.isDecided)?.isDecided !== true, { code: 'contribution-decided' }),
  },
  ...publicationRequirements,
} as const satisfies Record<string, Rule>;
