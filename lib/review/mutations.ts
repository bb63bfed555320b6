import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { type CivilDate, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { dueDateOn } from '@/lib/domain/deadline/due-date';
import type { Result } from '@/lib/domain/refusal';
import type { ReturnReason } from '@/lib/domain/report/report';
import type { Transaction } from '@/lib/server/database/db';
import { type WriteContext, writeReport } from '@/lib/server/database/write-path';

async function latestVersionId(transaction: Transaction, reportId: string): Promise<string> {
  const { id } = await transaction.filedVersion.findFirstOrThrow({
    where: { reportId },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return id;
}

async function openReview(transaction: Transaction, reportId: string, { actor, now }: WriteContext): Promise<string> {
  const filedVersionId = await latestVersionId(transaction, reportId);
  const review = await transaction.review.create({
    data: { reportId, filedVersionId, reviewerId: actor.accountId, begunAt: now },
    select: { id: true },
  });
  return review.id;
}

type Decision = { outcome: 'accepted' } | { outcome: 'returned'; returnDueOn: CivilDate; reasons: ReturnReason[] };

/** Closes the open review, or one that begins and ends with this decision. */
async function decideReview(transaction: Transaction, reportId: string, context: WriteContext, decision: Decision) {
  const begun = await transaction.review.findFirst({ where: { reportId, outcome: null }, select: { id: true } });
  const reviewId = begun?.id ?? (await openReview(transaction, reportId, context));
  await transaction.review.update({
    where: { id: reviewId },
    data: {
      outcome: decision.outcome,
      reviewerId: context.actor.accountId,
      decidedAt: context.now,
      returnDueOn: decision.outcome === 'returned' ? storedDateOf(decision.returnDueOn) : null,
    },
    select: { id: true },
  });
  if (decision.outcome === 'returned') {
    await transaction.reviewComment.createMany({ data: decision.reasons.map((reason) => ({ reviewId, ...reason })) });
  }
}

/** Begins the review; from then on the agency cannot withdraw. */
export function beginReview(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, () => ({
    command: { name: 'begin-review' },
    report: { reviewBegunAt: context.now },
    write: async (transaction) => {
      await openReview(transaction, reportId, context);
    },
  }));
}

export function acceptReport(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, (stored) => ({
    command: { name: 'accept' },
    report: { reviewBegunAt: context.now },
    detail: { version: stored.filedVersions },
    write: (transaction) => decideReview(transaction, reportId, context, { outcome: 'accepted' }),
  }));
}

/** Returns a report with reasons, task by task, and a last day of its own for the next version. */
export async function returnReport(
  reportId: string,
  { reasons, returnDueOn }: { reasons: ReturnReason[]; returnDueOn: CivilDate },
  context: WriteContext,
): Promise<Result<void>> {
  const calendar = await getCalendar();
  const given = reasons.filter((reason) => reason.text.trim() !== '');
  return writeReport(reportId, context, (stored) => {
    const dueDate = dueDateOn(returnDueOn, stored.plan.deadlineRule, calendar);
    return {
      command: { name: 'return', reasons: given, dueDate },
      report: { reviewBegunAt: null, returnDueOn: storedDateOf(dueDate.on), returnClosesAt: dueDate.closesAt },
      detail: { version: stored.filedVersions, returnDueOn, reasons: given },
      write: (transaction) =>
        decideReview(transaction, reportId, context, { outcome: 'returned', returnDueOn, reasons: given }),
    };
  });
}

/** Reopens an accepted report; the agency still cannot withdraw it. */
export function reopenReport(reportId: string, reason: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, () => ({
    command: { name: 'reopen', reason },
    report: { reviewBegunAt: context.now },
    detail: { reason },
    write: async (transaction) => {
      await openReview(transaction, reportId, context);
    },
  }));
}
