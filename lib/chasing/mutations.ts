import 'server-only';
import { type Actor, hasRole, scopeOf } from '@/lib/domain/authorization';
import type { ScheduleStep } from '@/lib/domain/chasing/chasing';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { statusesWithDivision } from '@/lib/domain/report/report';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { type AskContext, recordOnReports } from '@/lib/server/database/write-path';

/** The key of the submission in the detail of an event. Stored events have it, so it keeps its name. */
const submissionKey = 'press';

/** Most reports chased in one transaction. */
const batch = 500;

/**
 * Lists the reports of a period that are not filed, for a submission that chases all of them; none outside the actor's
 * scope.
 */
export async function listAllUnfiled(
  { plan, periodCode }: { plan: string; periodCode: string },
  actor: Actor,
): Promise<string[]> {
  if (scopeOf(actor)?.kind !== 'all') return [];
  const reports = await db.report.findMany({
    where: { status: { notIn: [...statusesWithDivision] }, period: { code: periodCode, plan: { code: plan } } },
    select: { id: true },
  });
  return reports.map(({ id }) => id);
}

export type ChasingSubmission = {
  reportIds: readonly string[];
  /** Id of one submission of the form: sent twice, it chases nobody twice. */
  submissionId: string;
  subject: string;
  text: string;
};

/** Finds the reports that this submission has already chased. */
async function findSubmitted(transaction: Transaction, reportIds: readonly string[], submissionId: string) {
  const events = await transaction.event.findMany({
    where: {
      reportId: { in: [...reportIds] },
      name: 'report-chased',
      detail: { path: [submissionKey], equals: submissionId },
    },
    select: { reportId: true },
  });
  return new Set(events.flatMap(({ reportId }) => reportId ?? []));
}

/**
 * Chases agencies by hand (催办) by recording one event per report, of which a job then notifies its agency. Skips
 * reports filed meanwhile; refuses where none is left. Gives the number chased, including those of an earlier attempt.
 */
export async function chaseReports(
  { reportIds, submissionId, ...words }: ChasingSubmission,
  context: AskContext,
): Promise<Result<number>> {
  const detail = { ...words, [submissionKey]: submissionId };
  const all = [...new Set(reportIds)];
  const results: Result<void>[] = [];
  for (let from = 0; from < all.length; from += batch) {
    const some = all.slice(from, from + batch);
    const findRecorded = (transaction: Transaction) => findSubmitted(transaction, some, submissionId);
    results.push(...(await recordOnReports(some, context, { command: { name: 'chase' }, detail, findRecorded })));
  }
  const chased = results.filter(({ ok }) => ok).length;
  const refusal = results.find((result) => !result.ok)?.refusal ?? { code: 'not-found' };
  return chased === 0 ? refused(refusal) : accepted(chased);
}

/** Sets the chasing schedule of a plan; only the coordinator may. Messages sent before are not affected. */
export async function setChasingSchedule(
  { plan, schedule }: { plan: string; schedule: ScheduleStep[] },
  { actor, address }: { actor: Actor; address: string },
): Promise<Result<void>> {
  if (!hasRole(actor, ['coordinator'])) return refused({ code: 'forbidden' });
  const chasingSchedule = schedule.map(({ when, days, to }) => ({ when, days, to: [...to] }));
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.plan.updateMany({ where: { code: plan }, data: { chasingSchedule } });
    if (count === 0) return refused({ code: 'not-found' });
    const detail = { plan, ladder: chasingSchedule };
    await recordEvent(transaction, { name: 'chasing-ladder-set', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}
