import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { covers, hasRole, publicationCheckers } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { availableCommands } from '@/lib/domain/report/report-lifecycle';
import { portalNow } from '@/lib/server/clock';
import { db } from '@/lib/server/database/db';
import { findStoredReport } from '@/lib/server/database/stored-report';
import { requireDivision } from '@/lib/server/session/gates';
import { getDeclined, getProposable, listProposable, listPublications, listWaiting } from './data';

/** Loads what is public of one report, the proposal that waits, what can be proposed, and all earlier publications. */
export const loadPublication = cache(async (reportId: string) => {
  const { actor, scope } = await requireDivision();
  const [stored, now] = await Promise.all([findStoredReport(db, reportId), portalNow()]);
  if (!stored || !covers(scope, stored.state)) notFound();
  const commands = availableCommands(stored.state, actor, now);
  const [publications, [waiting = null], proposable, declined] = await Promise.all([
    listPublications(reportId, stored.publicationId),
    listWaiting(scope, reportId),
    commands.includes('propose-publication') ? getProposable(reportId) : null,
    getDeclined(reportId),
  ]);
  return {
    report: {
      id: stored.id,
      version: stored.version,
      status: stored.state.status,
      plan: stored.plan.title,
      agency: stored.agency,
      periodCode: stored.period.code,
    },
    commands,
    publications,
    current: publications.find((publication) => publication.current) ?? null,
    waiting,
    proposable,
    declined,
    today: civilDateOf(now),
  };
});

export type ReportPublication = Awaited<ReturnType<typeof loadPublication>>;

/** The reports that one proposal can cover at once. */
const mostProposable = 50;

/** Loads every proposal that waits, and the accepted reports that can be proposed. */
export async function loadPublications() {
  const { actor, scope } = await requireDivision();
  const mayPropose = hasRole(actor, ['coordinator']);
  const [waiting, proposable, now] = await Promise.all([
    listWaiting(scope),
    mayPropose ? listProposable(scope, mostProposable) : { reports: [], total: 0 },
    portalNow(),
  ]);
  const isOwn = ({ proposedBy }: (typeof waiting)[number]) => proposedBy.id === actor.accountId;
  const mayCheck = hasRole(actor, publicationCheckers);
  return {
    toCheck: mayCheck ? waiting.filter((proposal) => !isOwn(proposal)) : [],
    own: waiting.filter(isOwn),
    mayPropose,
    proposable,
    today: civilDateOf(now),
  };
}
