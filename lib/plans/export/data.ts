import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import type { Rhythm } from '@/lib/domain/calendar/period';
import { mayReadPlan } from '@/lib/domain/plan/plan-lifecycle';
import { db } from '@/lib/server/database/db';

export type ExportedPlan = { id: string; title: string; issuedOn: Date; rhythm: Rhythm };

/** Gives the plan whose tasks are exported; null for an unknown one and for whoever may not read it at its desk. */
export async function findExportedPlan(actor: Actor, code: string): Promise<ExportedPlan | null> {
  const plan = await db.plan.findUnique({
    where: { code },
    select: { id: true, title: true, issuedOn: true, rhythm: true, officeId: true },
  });
  return plan && mayReadPlan(actor, plan) ? plan : null;
}
