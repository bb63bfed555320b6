import 'server-only';
import { agencyRoles, covers, hasRole, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import type { LiveSide } from '@/lib/domain/live';
import { loadSession, peekSession, requestedSessionId, type Session } from '@/lib/server/session/session';
import { getReportAgency } from './data';

/** Somebody of the side who is signed in. */
function isOfSide(session: Session | null, side: LiveSide): session is Session {
  if (session === null || session.mustChangePassword) return false;
  return side === 'agency' ? hasRole(session.actor, agencyRoles) : scopeOf(session.actor)?.kind === 'all';
}

/** A report and somebody who has it open: an officer of its agency, or of the division who reads it. */
export type WatchedReport = {
  session: Session;
  scope: ReportScope | null;
  side: LiveSide;
  reportId: string;
  agencyId: string;
};

async function watchedBy(session: Session | null, side: LiveSide, reportId: string): Promise<WatchedReport | null> {
  if (!isOfSide(session, side)) return null;
  const scope = scopeOf(session.actor);
  const agencyId = await getReportAgency(scope, reportId);
  return agencyId === null ? null : { session, scope, side, reportId, agencyId };
}

/** The session behind the request; a page that only listens keeps nobody signed in. */
async function peekRequested(): Promise<Session | null> {
  const sessionId = await requestedSessionId();
  return sessionId ? peekSession(sessionId) : null;
}

/** The report for its agency's officers, or for whoever reads all reports; null for everybody else. */
export async function loadWatchedReport(reportId: string, side: LiveSide): Promise<WatchedReport | null> {
  return watchedBy(await peekRequested(), side, reportId);
}

/** The same of an officer of the agency, for what is done on the page: the session's thirty minutes begin anew. */
export async function loadAnnouncedReport(reportId: string): Promise<WatchedReport | null> {
  return watchedBy(await loadSession(), 'agency', reportId);
}

/** Says whether the session is still in force, and still one of the side that may have the report open. */
export async function mayStillWatch({ session, side, agencyId }: WatchedReport): Promise<boolean> {
  const now = await peekSession(session.id);
  return isOfSide(now, side) && covers(scopeOf(now.actor), agencyId);
}

/** Somebody before the overview of all reports. */
export type OverviewReader = { session: Session; scope: ReportScope | null };

/** The division and the leader, who read all reports; null for everybody else. */
export async function loadOverviewReader(): Promise<OverviewReader | null> {
  const session = await peekRequested();
  return isOfSide(session, 'division') ? { session, scope: scopeOf(session.actor) } : null;
}

export async function mayStillReadAll({ session }: OverviewReader): Promise<boolean> {
  return isOfSide(await peekSession(session.id), 'division');
}
