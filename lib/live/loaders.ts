import 'server-only';
import { agencyRoles, covers, hasRole, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { loadSession, peekSession, requestedSessionId, type Session } from '@/lib/server/session';
import { getReportAgency } from './data';

/** A report and the officer of its agency who has it open. */
export type WatchedReport = { session: Session; scope: ReportScope | null; reportId: string; agencyId: string };

const isOfficer = (session: Session | null): session is Session =>
  session !== null && !session.mustChangePassword && hasRole(session.actor, agencyRoles);

async function watchedBy(session: Session | null, reportId: string): Promise<WatchedReport | null> {
  if (!isOfficer(session)) return null;
  const scope = scopeOf(session.actor);
  const agencyId = await getReportAgency(scope, reportId);
  return agencyId === null ? null : { session, scope, reportId, agencyId };
}

/** The report for its agency's officers, null for everybody else; a page that only listens keeps nobody signed in. */
export async function loadWatchedReport(reportId: string): Promise<WatchedReport | null> {
  const sessionId = await requestedSessionId();
  return sessionId ? watchedBy(await peekSession(sessionId), reportId) : null;
}

/** The same for what somebody does on the page: the session's thirty minutes begin anew. */
export async function loadAnnouncedReport(reportId: string): Promise<WatchedReport | null> {
  return watchedBy(await loadSession(), reportId);
}

/** Says whether the session is still in force, and still one of an officer of the report's agency. */
export async function mayStillWatch({ session, agencyId }: WatchedReport): Promise<boolean> {
  const now = await peekSession(session.id);
  return isOfficer(now) && covers(scopeOf(now.actor), agencyId);
}
