import 'server-only';
import { type Actor, hasRole, scopeOf } from '@/lib/domain/authorization';
import type { ScheduleStep } from '@/lib/domain/chasing/chasing';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { mayChaseAgain } from '@/lib/domain/report/reminders';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { plansWithin } from '@/lib/server/database/office-sql';
import { type AskContext, recordOnReports } from '@/lib/server/database/write-path';
import { listAllUnfiled } from './data';

/** The key of the submission in the detail of an event. Stored events have it, so it keeps its name. */
const submissionKey = 'press';

/** Most reports chased in one transaction. */
const batch = 500;

/**
 * Asks for the chasing of all reports of a period that are not filed to be confirmed: refuses with their agencies. Those
 * that were chased today are left out, unless they were so before `seen` and are meant again. Refuses with
 * `chased-today` where none is left, and with `not-found` where there is none in the actor's scope.
 */
export async function askToChaseAll(
  filter: { plan: string; periodCode: string; seen: Date | null },
  { actor, now }: AskContext,
): Promise<Result<never>> {
  const unfiled = await listAllUnfiled(scopeOf(actor), filter);
  const [latest] = unfiled.flatMap(({ chasedAt }) => chasedAt ?? []).toSorted((a, b) => b.getTime() - a.getTime());
  if (unfiled.length === 0) return refused({ code: 'not-found' });
  const reports = unfiled.filter(({ chasedAt }) => mayChaseAgain(chasedAt, filter.seen, now));
  if (reports.length === 0 && latest) return refused({ code: 'chased-today', at: latest });
  const named = reports.map(({ id, agencyName }) => ({ id, agencyName }));
  return refused({ code: 'chasing-all', reports: named, skipped: unfiled.length - named.length });
}

export type ChasingSubmission = {
  reportIds: readonly string[];
  /** Id of one submission of the form: sent twice, it chases nobody twice. */
  submissionId: string;
  /** The instant up to which the sender has seen who was chased today, and chases them again; null to skip those. */
  seen: Date | null;
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

/** Chases some reports in one transaction; those that this submission has chased before count as chased. */
async function chaseBatch(
  reportIds: readonly string[],
  { submissionId, seen, ...words }: Omit<ChasingSubmission, 'reportIds'>,
  context: AskContext,
): Promise<Result<void>[]> {
  let submitted: ReadonlySet<string> = new Set();
  const results = await recordOnReports(reportIds, context, {
    command: { name: 'chase', seen },
    detail: { ...words, [submissionKey]: submissionId },
    findRecorded: async (transaction) => {
      submitted = await findSubmitted(transaction, reportIds, submissionId);
      return submitted;
    },
  });
  return results.map((result, index) => {
    const isRepeated = !result.ok && result.refusal.code === 'chased-today' && submitted.has(reportIds[index] ?? '');
    return isRepeated ? accepted(undefined) : result;
  });
}

/**
 * Chases agencies by hand (催办) by recording one event per report, of which a job then notifies its agency. Skips
 * reports filed meanwhile, and those that were chased today; refuses where none is left. Gives the number chased,
 * including those of an earlier attempt, and the number of those chased today already.
 */
export async function chaseReports(
  { reportIds, ...submission }: ChasingSubmission,
  context: AskContext,
): Promise<Result<{ chased: number; skipped: number }>> {
  const all = [...new Set(reportIds)];
  const results: Result<void>[] = [];
  for (let from = 0; from < all.length; from += batch)
    results.push(...(await chaseBatch(all.slice(from, from + batch), submission, context)));
  const chased = results.filter(({ ok }) => ok).length;
  const refusals = results.flatMap((result) => (result.ok ? [] : [result.refusal]));
  if (chased === 0) return refused(refusals[0] ?? { code: 'not-found' });
  return accepted({ chased, skipped: refusals.filter(({ code }) => code === 'chased-today').length });
}

/** Sets the chasing schedule of a plan; only a coordinator of its office may. Messages sent before are not affected. */
export async function setChasingSchedule(
  { plan, schedule }: { plan: string; schedule: ScheduleStep[] },
  { actor, address }: { actor: Actor; address: string },
): Promise<Result<void>> {
  if (!hasRole(actor, ['coordinator'])) return refused({ code: 'forbidden' });
  const chasingSchedule = schedule.map(({ when, days, to }) => ({ when, days, to: [...to] }));
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.plan.updateMany({
      where: { ...plansWithin(scopeOf(actor)), code: plan },
      data: { chasingSchedule },
    });
    if (count === 0) return refused({ code: 'not-found' });
    const detail = { plan, ladder: chasingSchedule };
    await recordEvent(transaction, { name: 'chasing-ladder-set', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}
