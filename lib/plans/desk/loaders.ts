import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { hasRole, holdsFor } from '@/lib/domain/authorization';
import { availablePlanCommands, mayReadPlan, planReaders } from '@/lib/domain/plan/plan-lifecycle';
import type { SearchParams } from '@/lib/schemas/list-address';
import { plansPageSchema } from '@/lib/schemas/plan';
import { portalNow } from '@/lib/server/clock';
import { requireSession } from '@/lib/server/session/session';
import { findDeskPlan, listDeskPlans } from './data';

/**
 * Loads a plan for a page of its desk, with the commands that the visitor may give on it now. Not found for whoever holds
 * no role of the division for the plan's office, agencies and administrators among them.
 */
export const loadPlanOfDesk = cache(async (code: string) => {
  const { actor } = await requireSession();
  const plan = await findDeskPlan(code);
  if (!plan || !mayReadPlan(actor, plan)) notFound();
  return {
    plan,
    actor,
    commands: availablePlanCommands(actor, plan),
    /** The coordinator of its office, as long as the plan is not closed. */
    mayChange: holdsFor(actor, ['coordinator'], plan.officeId) && plan.status !== 'closed',
  };
});

/** Loads the plans of the visitor's offices, and the act that the address says was done; not found for agencies and administrators. */
export async function loadDeskPlans(searchParams: SearchParams) {
  const { actor } = await requireSession();
  if (!hasRole(actor, planReaders)) notFound();
  const plans = await listDeskPlans(await portalNow());
  return {
    plans: plans.filter((plan) => mayReadPlan(actor, plan)),
    mayAdd: hasRole(actor, ['coordinator']),
    done: plansPageSchema.parse(searchParams).done,
  };
}
