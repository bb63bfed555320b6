import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getCalendar } from '@/lib/calendar/data';
import { listScheduledChases } from '@/lib/chasing/data';
import { hasRole } from '@/lib/domain/authorization';
import { addDays, type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { defaultReturnDueOn, offeredDueDates } from '@/lib/domain/deadline/due-date';
import { formOf } from '@/lib/domain/report/entry';
import { filingLight, isOverdue } from '@/lib/domain/report/filing-light';
import { isWithDivision } from '@/lib/domain/report/report';
import { availableCommands } from '@/lib/domain/report/report-lifecycle';
import { withdrawnVersion } from '@/lib/domain/report/withdrawal';
import { getPendingExtension, listDecidedExtensions, listPendingExtensions } from '@/lib/extensions/decision/data';
import { listLastPeriod, listNearCopies } from '@/lib/reports/last-period/data';
import { listReturns } from '@/lib/reports/returns/data';
import { listReports } from '@/lib/review/data';
import { listRemarks } from '@/lib/review/remarks/data';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';
import {
  getSnapshot,
  getStoredReport,
  listReportEvents,
  listVersions,
  type ReportEventRow,
  type StoredReport,
} from './data';

/** Keeps the facts of a stored report that a page may show; its text is read from the filed versions. */
function factsOf({ id, version, filedVersions, returnedVersion, plan, period, agency, state }: StoredReport) {
  const { entries: _draft, ...facts } = state;
  return {
    id,
    version,
    filedVersions,
    plan: { code: plan.code, title: plan.title },
    periodCode: period.code,
    provisional: period.provisional,
    agency,
    isWithDivision: isWithDivision(facts.status),
    withdrawn: withdrawnVersion({ status: facts.status, filedVersions, returnedVersion }),
    ...facts,
  };
}

export type ReviewedReport = ReturnType<typeof factsOf>;

async function loadStored(reportId: string) {
  const { actor, scope } = await requireDivision();
  const [stored, now, calendar] = await Promise.all([getStoredReport(scope, reportId), portalNow(), getCalendar()]);
  if (!stored) notFound();
  return {
    scope,
    stored,
    now,
    calendar,
    report: factsOf(stored),
    commands: availableCommands(stored.state, actor, now),
    light: filingLight(stored.state, calendar, now),
    overdue: isOverdue(stored.state, now),
  };
}

/** The event that began the open review: its own, or the reopening of an accepted report. */
function beginningOf({ state }: StoredReport, events: readonly ReportEventRow[]) {
  const isUnderReview = state.status === 'filed' && state.reviewBegun;
  return isUnderReview ? events.find(({ name }) => name === 'review-begun' || name === 'report-reopened') : undefined;
}

/** The events of a report, and the chasing of its agency by the schedule. */
async function loadHistory(stored: StoredReport) {
  const [events, chases] = await Promise.all([listReportEvents(stored), listScheduledChases(stored.id)]);
  return { events, chases };
}

/** The requested version and the one before it, as filed. */
async function loadVersion(stored: StoredReport, asked: number) {
  const number = Number.isInteger(asked) && asked >= 1 && asked <= stored.filedVersions ? asked : stored.filedVersions;
  const [snapshot, previous] = await Promise.all([getSnapshot(stored, number), getSnapshot(stored, number - 1)]);
  return (
    snapshot && {
      number,
      snapshot,
      /** The form with which it was filed. */
      form: formOf(snapshot),
      previous: previous && { number: previous.version, form: formOf(previous), entries: previous.entries },
    }
  );
}

/** The working days after the deadline in force that are still to come. */
function laterDays(dueOn: CivilDate, today: CivilDate, calendar: WorkingDayCalendar, wanted?: CivilDate) {
  return offeredDueDates(calendar, { from: dueOn < today ? today : addDays(dueOn, 1), since: dueOn, wanted });
}

/** The last days that a return may have: none is before the deadline in force. */
function daysOfReturn(dueOn: CivilDate, today: CivilDate, calendar: WorkingDayCalendar) {
  return {
    returnDueOn: defaultReturnDueOn(today, dueOn, calendar),
    returnDays: offeredDueDates(calendar, { from: dueOn > today ? dueOn : today, since: today }),
  };
}

/** Loads one report as the division reads it; `asked` is the number of a filed version, by default the latest. */
export const loadReportReview = cache(async (reportId: string, asked: number) => {
  const { scope, stored, now, calendar, report, commands, light, overdue } = await loadStored(reportId);
  const today = civilDateOf(now);
  const { periodCode } = report;
  const waiting = { planCode: report.plan.code, periodCode, status: 'filed' as const, search: '', now };
  const [shown, versions, returns, history, extension, { rows }, lastPeriod, nearCopies, remarks] = await Promise.all([
    loadVersion(stored, asked),
    listVersions(stored),
    listReturns(reportId),
    loadHistory(stored),
    getPendingExtension(scope, reportId),
    listReports(scope, waiting, { number: 1, size: 2 }),
    listLastPeriod(scope, reportId),
    listNearCopies(scope, reportId),
    listRemarks(scope, reportId),
  ]);
  return {
    report,
    remarks,
    commands,
    light,
    overdue,
    shown,
    versions,
    returns,
    ...history,
    begun: beginningOf(stored, history.events),
    extension,
    likeness: { lastPeriod, nearCopies },
    next: rows.find((row) => row.id !== reportId) ?? null,
    extensionDays: laterDays(report.dueOn, today, calendar),
    isPeriodClosed: !stored.period.provisional && now >= stored.period.closesAt,
    ...daysOfReturn(report.dueOn, today, calendar),
  };
});

export type ReportReview = Awaited<ReturnType<typeof loadReportReview>>;

/** Loads the pending requests for more time, and the last decisions. */
export async function loadExtensions() {
  const { actor, scope } = await requireDivision();
  const [pending, decided, now, calendar] = await Promise.all([
    listPendingExtensions(scope),
    listDecidedExtensions(scope),
    portalNow(),
    getCalendar(),
  ]);
  return {
    pending: pending.map((extension) => ({
      ...extension,
      days: laterDays(extension.dueOn, civilDateOf(now), calendar, extension.proposedOn),
    })),
    decided,
    mayDecide: hasRole(actor, ['coordinator']),
  };
}
