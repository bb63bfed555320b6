import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { getCalendar } from '@/lib/calendar/data';
import { type Actor, agencyRoles, hasRole, scopeOf } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/civil-date';
import { filingLight, isOverdue } from '@/lib/domain/filing-light';
import type { ReportState, ReportStatus } from '@/lib/domain/report';
import { availableCommands, decide } from '@/lib/domain/report-lifecycle';
import { type WorkingDayCalendar, workingDaysLeft } from '@/lib/domain/working-days';
import { listExtensions } from '@/lib/extensions/data';
import { routes } from '@/lib/routes';
import { portalNow } from '@/lib/server/clock';
import { peekSession, requestedSessionId, requireScope, requireSession } from '@/lib/server/session';
import { getFields, getReport } from './data';
import { listReports } from './desk-data';
import { listLastQuarter, listNearCopies } from './last-quarter';

/** How a report stands at an instant, for somebody: the light, the days left, the buttons. */
function standingOf(state: ReportState, actor: Actor, calendar: WorkingDayCalendar, now: Date) {
  return {
    now,
    isOpen: now >= state.opensAt,
    dueOn: state.dueOn,
    light: filingLight(state, calendar, now),
    isOverdue: isOverdue(state, now),
    workingDaysLeft: workingDaysLeft(calendar, civilDateOf(now), state.dueOn),
    commands: availableCommands(state, actor, now),
  };
}

/** The desk of the agencies: whoever files for none is led to the own desk. */
async function requireAgency() {
  const session = await requireScope();
  if (!hasRole(session.actor, agencyRoles)) redirect(routes.desk());
  return session;
}

const isWithDivision = (report: { status: ReportStatus }) => report.status === 'filed' || report.status === 'accepted';

/**
 * The agency's reports, each with how it stands and its latest extension: those that wait for the agency and those that
 * it handed in, the newest quarter first, and the periods that open later, the nearest first.
 */
export async function loadFilingDesk() {
  const { actor, scope } = await requireAgency();
  const { agencyName } = await requireSession();
  const [now, calendar, reports] = await Promise.all([portalNow(), getCalendar(), listReports(scope)]);
  const ids = reports.map((report) => report.id);
  const extensions = await listExtensions(scope, ids);
  const standing = reports.map(({ state, ...report }) => ({
    ...report,
    ...standingOf(state, actor, calendar, now),
    extension: extensions.find((extension) => extension.reportId === report.id) ?? null,
  }));
  const open = standing.filter((report) => report.isOpen);
  return {
    agencyName,
    planTitles: [...new Set(reports.map((report) => report.planTitle))],
    waiting: open.filter((report) => !isWithDivision(report)),
    handedIn: open.filter(isWithDivision),
    later: standing.filter((report) => !report.isOpen).toReversed(),
  };
}

/**
 * One report of the agency with its text, how it stands, and why it cannot go out now (to the approver where sign-off
 * is used, else to the division), if so. Another agency's report is not found.
 */
export async function loadReport(reportId: string) {
  const { actor, scope } = await requireScope(routes.report(reportId));
  const report = hasRole(actor, agencyRoles) ? await getReport(scope, reportId) : null;
  if (!report) notFound();
  const [now, calendar, extensions, lastQuarter, nearCopies] = await Promise.all([
    portalNow(),
    getCalendar(),
    listExtensions(scope, [reportId]),
    listLastQuarter(scope, reportId),
    listNearCopies(scope, reportId),
  ]);
  const { state, entries, ...facts } = report;
  const needsSignOff = state.signOffRequired && !hasRole(actor, ['approver']);
  const decision = decide(state, { name: needsSignOff ? 'request-sign-off' : 'file' }, actor, now);
  return {
    ...facts,
    ...standingOf(state, actor, calendar, now),
    accountId: actor.accountId,
    entries: entries.map((entry) => ({
      ...entry,
      lastQuarter: lastQuarter.find(({ taskId }) => taskId === entry.taskId) ?? null,
      nearCopies: nearCopies.filter(({ taskId }) => taskId === entry.taskId),
    })),
    extension: extensions[0] ?? null,
    needsSignOff,
    refusal: decision.ok ? null : decision.refusal,
  };
}

/**
 * The fields of a report as they are stored now, for an editor that is open; null where nobody may read or is signed in.
 * A colleague's save brings the question about, so that it keeps nobody signed in.
 */
export async function loadFields(reportId: string) {
  const sessionId = await requestedSessionId();
  const session = sessionId ? await peekSession(sessionId) : null;
  const report = session && hasRole(session.actor, agencyRoles) && (await getFields(scopeOf(session.actor), reportId));
  if (!report) return null;
  const { state, entries } = report;
  return { entries, canSave: availableCommands(state, session.actor, await portalNow()).includes('save') };
}
