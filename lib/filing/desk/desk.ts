import 'server-only';
import { rhythmOf } from '@/lib/domain/calendar/period';
import { isConfirmedDay } from '@/lib/domain/calendar/working-days';
import { missingFields } from '@/lib/domain/report/completeness';
import { contradictionsOf } from '@/lib/domain/report/contradictions';
import { bySection } from '@/lib/domain/report/entry';
import { isWithDivision, type ReportState } from '@/lib/domain/report/report';
import { withdrawnVersion } from '@/lib/domain/report/withdrawal';
import { isUnderWay } from '@/lib/domain/report/year-so-far';
import { statusFactsOf, type Viewer } from '@/lib/reports/status/data';
import { lastDaysOfRow } from '@/lib/server/database/stored-deadline';
import type { DeskRow } from './data';

/** Leaves out the parts of the text, and the facts of the division, on which no button of the agency depends. */
function stateOf(row: DeskRow): ReportState {
  return {
    agencyId: row.agencyId,
    officeId: row.officeId,
    owed: row.owed,
    status: row.status,
    statusBeforeSignOff: 'draft',
    afterClosing: row.afterClosing,
    lateFilingOpen: row.lateFilingOpen,
    timeliness: row.timeliness,
    filingEnd: row.filingEnd,
    opensAt: row.opensAt,
    ...lastDaysOfRow(row).inForce,
    signOffRequired: row.signOffRequired,
    reviewBegun: row.reviewBegun,
    requestedDueOn: row.extension?.outcome === null ? row.extension.proposedOn : null,
    published: row.published,
    acceptedAt: null,
    proposal: null,
    withdrawalUnexplained: false,
    entries: [],
    form: row.form,
    support: [],
    contributions: [],
    lastReminded: row.reminders,
    // Only the division chases.
    chasedAt: null,
  };
}

/**
 * The tasks in the plan's order, each with its light and its missing parts; a report that was not started has no
 * entries.
 */
function tasksOf({ tasks, entries, form }: DeskRow) {
  return tasks.map((task) => {
    const entry = entries.find(({ taskId }) => taskId === task.id);
    const content = entry?.content;
    return {
      ...task,
      light: entry?.light ?? null,
      missing: content ? missingFields(content, form) : [],
      contradictions: content ? contradictionsOf(content, form) : [],
    };
  });
}

/** The latest return while the agency has not handed in its answer, also where that was withdrawn again. */
function returnOf({ review, status, form }: DeskRow) {
  const isBack = review?.outcome === 'returned' && !isWithDivision(status);
  if (!isBack || !review.decidedAt || status === 'not_started') return null;
  const { by, decidedAt } = review;
  // In the order of the tasks, those that an amendment has taken out since among them.
  const taskIds = [...new Set(review.comments.map(({ taskId }) => taskId))];
  const comments = taskIds.flatMap((id) =>
    bySection(
      review.comments.filter(({ taskId }) => taskId === id),
      form,
    ),
  );
  return { at: decidedAt, by, comments };
}

function passedOnOf({ passedOn, status }: DeskRow) {
  const passed = passedOn && { at: passedOn.at, by: passedOn.by, reason: passedOn.reason };
  const isWithReporter = status === 'draft' || status === 'returned';
  return {
    sentBack: isWithReporter && passedOn?.name === 'report-sent-back' ? passed : null,
    signOffRequested: status === 'awaiting_sign_off' && passedOn?.name === 'sign-off-requested' ? passed : null,
  };
}

/** Gives one report as the desk shows it. */
function deskReportOf(row: DeskRow, viewer: Viewer) {
  const { calendar } = viewer;
  const state = stateOf(row);
  const { extension, returned } = lastDaysOfRow(row);
  const { review } = row;
  return {
    id: row.id,
    version: row.version,
    contentVersion: row.contentVersion,
    status: row.status,
    owed: row.owed,
    timeliness: row.timeliness,
    planTitle: row.planTitle,
    agencyName: row.agencyName,
    periodCode: row.periodCode,
    opensAt: row.opensAt,
    period: {
      dueOn: row.periodDueOn,
      closesAt: row.periodClosesAt,
      provisional: row.provisional,
      reasons: row.reasons,
      rule: row.rule,
    },
    extended: extension,
    returned,
    versions: row.versions,
    withdrawn: withdrawnVersion(row),
    ...statusFactsOf(state, row.rule, viewer),
    ...passedOnOf(row),
    isProvisional: row.provisional || !isConfirmedDay(calendar, state.dueOn),
    form: row.form,
    tasks: tasksOf(row),
    returnedBy: returnOf(row),
    accepted: row.status === 'accepted' && review?.decidedAt ? { at: review.decidedAt, by: review.by } : null,
    reviewBegun: row.reviewBegun,
    published: row.published,
    signOffRequired: row.signOffRequired,
    extension: row.extension,
  };
}

export type DeskReport = ReturnType<typeof deskReportOf>;

/** A task with its light and its missing parts. */
export type TaskToReport = DeskReport['tasks'][number];

export type DeskReturn = NonNullable<DeskReport['returnedBy']>;

/** Reports that can still be filed come first, by their last day; then overdue ones, the newest first. */
function byUrgency(a: DeskReport, b: DeskReport): number {
  if (a.isOverdue !== b.isOverdue) return a.isOverdue ? 1 : -1;
  return (a.dueOn < b.dueOn ? -1 : 1) * (a.isOverdue ? -1 : 1);
}

function planOf(rows: readonly [DeskRow, ...DeskRow[]], viewer: Viewer, isLatest: boolean) {
  const reports = rows.map((row) => deskReportOf(row, viewer));
  const open = reports.filter(({ isOpen, owed }) => isOpen && owed);
  const [first] = rows;
  return {
    code: first.planCode,
    title: first.planTitle,
    rhythm: rhythmOf(first.periodCode),
    isCurrent: !first.planClosed && (isLatest || isUnderWay(reports)),
    waiting: open.filter(({ status, filingEnd }) => !isWithDivision(status) && filingEnd === null).toSorted(byUrgency),
    handedIn: open.filter(({ status }) => isWithDivision(status)),
    /** The nearest first. */
    later: reports.filter(({ isOpen, owed, filingEnd }) => !isOpen && owed && filingEnd === null).toReversed(),
    /** Periods that have begun, in which the agency has no task any more. */
    withoutTask: reports.filter(({ isOpen, owed }) => isOpen && !owed).toReversed(),
    /** In the order of the year. */
    periods: reports.toReversed(),
  };
}

export type DeskPlan = ReturnType<typeof planOf>;

/** The plan of which a report is due next comes first; those without work stand at the end. */
function byWork({ waiting: [one] }: DeskPlan, { waiting: [other] }: DeskPlan): number {
  if (one && other) return byUrgency(one, other);
  return Number(other !== undefined) - Number(one !== undefined);
}

/**
 * Gives the desk of an agency, plan by plan, those with work first. A plan is current while a report of it is not
 * accepted, and as long as no later plan was issued; a closed one is not.
 */
export function deskOf(rows: readonly DeskRow[], viewer: Viewer) {
  const codes = [...new Set(rows.map(({ planCode }) => planCode))];
  const byPlan = codes.map((code) => rows.filter(({ planCode }) => planCode === code));
  const latest = rows
    .map(({ planIssuedOn }) => planIssuedOn)
    .toSorted()
    .at(-1);
  const plans = byPlan.flatMap(([first, ...others]) =>
    first ? [planOf([first, ...others], viewer, first.planIssuedOn === latest)] : [],
  );
  const [next] = plans.flatMap(({ later }) => later).toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  return {
    plans: plans.filter(({ isCurrent }) => isCurrent).toSorted(byWork),
    earlierPlans: plans.filter(({ isCurrent }) => !isCurrent),
    isAnythingDue: plans.some(({ waiting }) => waiting.length > 0),
    next: next ?? null,
  };
}
