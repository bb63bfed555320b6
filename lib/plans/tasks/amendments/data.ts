import 'server-only';
import { z } from 'zod';
import { periodCode } from '@/lib/domain/calendar/period';
import { shortTitleOf } from '@/lib/domain/plan/task';
import { db } from '@/lib/server/database/db';

const storedFacts = z.record(z.string(), z.unknown());

/** Lists the amendments of a plan, or of one task of it, the latest first. */
export async function listAmendments(planId: string, taskId?: string) {
  const rows = await db.taskAmendment.findMany({
    where: { planId, taskId },
    orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      fromPeriod: true,
      before: true,
      after: true,
      reason: true,
      madeAt: true,
      madeBy: { select: { displayName: true } },
      task: { select: { code: true, position: true, shortTitle: true, text: true } },
    },
  });
  return rows.map(({ task, madeBy, before, after, ...row }) => ({
    ...row,
    fromPeriod: periodCode(row.fromPeriod),
    before: storedFacts.parse(before),
    after: storedFacts.parse(after),
    madeBy: madeBy.displayName,
    task: { code: task.code, number: task.position, shortTitle: shortTitleOf(task) },
  }));
}

/** An amendment as it is on record. */
export type StoredAmendment = Awaited<ReturnType<typeof listAmendments>>[number];
