import 'server-only';
import { z } from 'zod';
import { type Actor, coversOffice, isDivisions, maySummarize, scopeOf } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { summaryArrangements } from '@/lib/domain/review/summary';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { rowsOf } from '@/lib/server/database/rows';
import { type AskContext, LostRace } from '@/lib/server/database/write-path';
import type { Prisma } from '@/lib/server/generated/client';

/** Milliseconds for one change, which may move every task of thousands of reports. */
export const summaryTransaction = { timeout: 60_000 };

const heldSummary = z.object({
  id: z.string(),
  periodId: z.string(),
  title: z.string(),
  arrangement: z.enum(summaryArrangements),
  includesFiled: z.boolean(),
  version: z.number(),
  orderVersion: z.number(),
  changedAt: z.date(),
  officeId: z.string(),
});
export type HeldSummary = z.output<typeof heldSummary>;

/** The event of a change, with the columns of the summary to update. */
export type SummaryChange = {
  name: string;
  detail?: Prisma.InputJsonObject;
  summary?: Prisma.SummaryUncheckedUpdateManyInput;
};

/**
 * Gives the refusal for an actor who may not write, or null; to actors who may not read either, it does not reveal that
 * the summary exists.
 */
export function refusalOfWriter(actor: Actor): Result<never> | null {
  if (maySummarize(actor)) return null;
  return refused({ code: isDivisions(scopeOf(actor)) ? 'forbidden' : 'not-found' });
}

/**
 * Gives a summary that is not deleted, locked until the transaction ends: of two concurrent changes, the second reads
 * the result of the first.
 */
async function hold(transaction: Transaction, summaryId: string): Promise<HeldSummary | undefined> {
  const [summary] = await rowsOf(heldSummary, transaction)`
    SELECT s.id, s."periodId", s.title, s.arrangement::text, s."includesFiled", s.version, s."orderVersion",
      s."changedAt", l."officeId"
    FROM "Summary" s JOIN "ReportingPeriod" p ON p.id = s."periodId" JOIN "Plan" l ON l.id = p."planId"
    WHERE s.id = ${summaryId}::uuid AND s."deletedAt" IS NULL FOR NO KEY UPDATE OF s`;
  return summary;
}

/**
 * The write path of every change of a summary: checks the actor, loads the stored row, applies `write` and records one
 * event row, all in one transaction. `write` gives null if there was nothing to change; if it refuses, it must have
 * written nothing.
 */
export async function writeSummary(
  summaryId: string,
  { actor, now, address }: AskContext,
  write: (transaction: Transaction, summary: HeldSummary) => Promise<Result<SummaryChange | null>>,
): Promise<Result<void>> {
  const refusal = refusalOfWriter(actor);
  if (refusal) return refusal;
  try {
    return await db.$transaction(async (transaction) => {
      const summary = await hold(transaction, summaryId);
      if (!summary || !coversOffice(scopeOf(actor), summary.officeId)) return refused({ code: 'not-found' });
      const written = await write(transaction, summary);
      if (!written.ok || written.value === null) return written.ok ? accepted(undefined) : written;
      const { name, detail, summary: data } = written.value;
      const { accountId } = actor;
      await transaction.summary.updateMany({
        where: { id: summaryId },
        data: { ...data, changedAt: now, changedById: accountId },
      });
      await recordEvent(transaction, { name, accountId, address, detail: { summaryId, ...detail } });
      return accepted(undefined);
    }, summaryTransaction);
  } catch (error) {
    if (error instanceof LostRace) return refused({ code: 'stale' });
    throw error;
  }
}
