import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import {
  agencyRoles,
  covers,
  hasRole,
  isDivisions,
  type ReportOwner,
  type ReportScope,
  scopeOf,
} from '@/lib/domain/authorization';
import type { LiveSide } from '@/lib/schemas/live';
import { loadUsableSession, peekSession, type Session } from '@/lib/server/session/session';
import { requestedSessionId } from '@/lib/server/session/session-cookie';
import { getReportOwner } from './data';

/** Says whether a session belongs to the side. */
function isOfSide(session: Session | null, side: LiveSide): session is Session {
  if (session === null) return false;
  return side === 'agency' ? hasRole(session.actor, agencyRoles) : isDivisions(scopeOf(session.actor));
}

/** A report and the session that has it open: an officer of its agency, or an account that reads all reports. */
export type WatchedReport = {
  session: Session;
  scope: ReportScope | null;
  side: LiveSide;
  reportId: string;
  owner: ReportOwner;
};

async function watchedBy(session: Session | null, side: LiveSide, reportId: string): Promise<WatchedReport | null> {
  if (!isOfSide(session, side)) return null;
  const scope = scopeOf(session.actor);
  const owner = await getReportOwner(scope, reportId);
  return owner === null ? null : { session, scope, side, reportId, owner };
}

/** The session of the request; a page that only listens does not keep it alive. */
async function peekRequested(): Promise<Session | null> {
  const sessionId = await requestedSessionId();
  return sessionId ? peekSession(sessionId) : null;
}

/** Loads a report for its agency's officers or for accounts that read all reports, by side; null for everybody else. */
export async function loadWatchedReport(reportId: string, side: LiveSide): Promise<WatchedReport | null> {
  return watchedBy(await peekRequested(), side, reportId);
}

/** The same for an officer of the agency who does something on the page: it restarts the session's thirty minutes. */
export async function loadAnnouncedReport(reportId: string): Promise<WatchedReport | null> {
  return watchedBy(await loadUsableSession(), 'agency', reportId);
}

/** Says whether the session is still in force and still on the side that may have the report open. */
export async function mayStillWatch({ session, side, owner }: WatchedReport): Promise<boolean> {
  const now = await peekSession(session.id);
  return isOfSide(now, side) && covers(scopeOf(now.actor), owner);
}

/** A session with the overview of all reports open. */
export type OverviewReader = { session: Session; scope: ReportScope | null };

/** Loads the session of the division or the leader, who read all reports; null for everybody else. */
export async function loadOverviewReader(): Promise<OverviewReader | null> {
  const session = await peekRequested();
  return isOfSide(session, 'division') ? { session, scope: scopeOf(session.actor) } : null;
}

/** Says whether the session is still in force and holds its roles for the same offices. */
export async function mayStillReadAll({ session }: OverviewReader): Promise<boolean> {
  const now = await peekSession(session.id);
  return isOfSide(now, 'division') && isDeepStrictEqual(now.actor.offices, session.actor.offices);
}
