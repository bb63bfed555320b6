import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { type CivilDate, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { dueDateOn } from '@/lib/domain/deadline/due-date';
import type { Result } from '@/lib/domain/refusal';
import { type WriteContext, writeReport } from '@/lib/server/database/write-path';

/** Requests a later last day; possible also after the deadline has passed (补报). */
export async function requestExtension(
  reportId: string,
  { reason, proposedOn }: { reason: string; proposedOn: CivilDate },
  context: WriteContext,
): Promise<Result<void>> {
  const calendar = await getCalendar();
  return writeReport(reportId, context, (stored) => ({
    command: {
      name: 'request-extension',
      reason,
      dueDate: dueDateOn(proposedOn, stored.plan.deadlineRule, calendar),
    },
    detail: { reason, proposedOn },
    write: async (transaction) => {
      await transaction.extension.create({
        data: {
          reportId,
          reason,
          proposedOn: storedDateOf(proposedOn),
          requestedAt: context.now,
          requestedById: context.actor.accountId,
        },
        select: { id: true },
      });
    },
  }));
}

/** Takes the pending request back before it is decided; it stays on record. */
export function takeBackExtension(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, (stored) => ({
    command: { name: 'take-back-extension' },
    detail: { ...(stored.state.requestedDueOn && { proposedOn: stored.state.requestedDueOn }) },
    write: async (transaction) => {
      await transaction.extension.update({
        where: { id: stored.pendingExtensionId ?? '' },
        data: { outcome: 'taken_back', decidedAt: context.now },
        select: { id: true },
      });
    },
  }));
}

/**
 * Grants an unrequested extension, with a reason; possible also after the deadline has passed (then the filing counts
 * as late).
 */
export async function grantExtension(
  reportId: string,
  { reason, grantedOn }: { reason: string; grantedOn: CivilDate },
  context: WriteContext,
): Promise<Result<void>> {
  const calendar = await getCalendar();
  return writeReport(reportId, context, (stored) => {
    const dueDate = dueDateOn(grantedOn, stored.plan.deadlineRule, calendar);
    const lastDay = storedDateOf(grantedOn);
    return {
      command: { name: 'grant-extension', reason, dueDate },
      report: { extendedDueOn: lastDay, extendedClosesAt: dueDate.closesAt },
      detail: { reason, grantedOn },
      write: async (transaction) => {
        const { accountId } = context.actor;
        const putForward = { reason, proposedOn: lastDay, requestedAt: context.now, requestedById: accountId };
        const decided = { outcome: 'granted', grantedDueOn: lastDay, decidedAt: context.now } as const;
        await transaction.extension.create({
          data: { reportId, ...putForward, ...decided, decidedById: accountId },
          select: { id: true },
        });
      },
    };
  });
}

/**
 * Decides the pending request: a last day as requested or another one, or none, which refuses it. The day as requested
 * needs no reason.
 */
export async function decideExtension(
  reportId: string,
  { note, grantedOn }: { note: string; grantedOn: CivilDate | null },
  context: WriteContext,
): Promise<Result<void>> {
  const calendar = await getCalendar();
  return writeReport(reportId, context, (stored) => {
    const dueDate = grantedOn && dueDateOn(grantedOn, stored.plan.deadlineRule, calendar);
    return {
      command: { name: 'decide-extension', reason: note, dueDate },
      report: dueDate ? { extendedDueOn: storedDateOf(dueDate.on), extendedClosesAt: dueDate.closesAt } : {},
      detail: { note, grantedOn },
      write: async (transaction) => {
        const where = { id: stored.pendingExtensionId ?? '' };
        const { proposedOn } = await transaction.extension.findUniqueOrThrow({ where, select: { proposedOn: true } });
        const isShorter = dueDate !== null && storedDateOf(dueDate.on) < proposedOn;
        await transaction.extension.update({
          where,
          data: {
            outcome: dueDate === null ? 'refused' : isShorter ? 'shortened' : 'granted',
            grantedDueOn: dueDate && storedDateOf(dueDate.on),
            decisionNote: note,
            decidedAt: context.now,
            decidedById: context.actor.accountId,
          },
          select: { id: true },
        });
      },
    };
  });
}
