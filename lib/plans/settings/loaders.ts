import 'server-only';
import { notFound } from 'next/navigation';
import { type Actor, hasRole, holdsFor } from '@/lib/domain/authorization';
import { civilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { mayReadPlan } from '@/lib/domain/plan/plan-lifecycle';
import { nextSettings, type PlanSettings } from '@/lib/domain/plan/plan-settings';
import { findDeskPlan, listDeskPlans } from '@/lib/plans/desk/data';
import type { SearchParams } from '@/lib/schemas/list-address';
import { newPlanPageSchema } from '@/lib/schemas/plan';
import { portalNow } from '@/lib/server/clock';
import { requireSession } from '@/lib/server/session/session';
import { getLatestIssuer, listOffices } from './data';

/** The offices for which an actor may set up plans. */
export async function loadOwnOffices(actor: Actor) {
  return (await listOffices()).filter(({ id }) => holdsFor(actor, ['coordinator'], id));
}

/** The settings with which a plan from scratch begins: the running year, by quarters, all else for people to say. */
function firstSettings(now: Date, issuer: string): PlanSettings {
  const today = civilDateOf(now);
  const year = today.slice(0, 4);
  return {
    code: '',
    title: '',
    officeId: '',
    issuer,
    documentNumber: '',
    noticeText: '',
    issuedOn: today,
    contactOffice: '',
    contactPerson: '',
    contactPhone: '',
    firstOn: civilDate(`${year}-01-01`),
    lastOn: civilDate(`${year}-12-31`),
    rhythm: 'quarterly',
    firstPeriod: null,
    leadsReporting: 'each',
    afterClosing: 'closed',
  };
}

/**
 * Loads the form of a new plan: from scratch, or with the settings proposed that follow the plan which the address names.
 * Not found for whoever is no coordinator.
 */
export async function loadNewPlan(searchParams: SearchParams) {
  const { actor } = await requireSession();
  if (!hasRole(actor, ['coordinator'])) notFound();
  const { from } = newPlanPageSchema.parse(searchParams);
  const now = await portalNow();
  const [plans, offices, issuer] = await Promise.all([listDeskPlans(now), loadOwnOffices(actor), getLatestIssuer()]);
  const readable = plans.filter((plan) => mayReadPlan(actor, plan));
  const source = readable.some(({ code }) => code === from) ? await findDeskPlan(from ?? '') : null;
  return {
    offices,
    /** The plans that can be copied. */
    sources: readable.map(({ code, title }) => ({ code, title })),
    from: source?.code ?? '',
    settings: source ? nextSettings(source) : firstSettings(now, issuer),
  };
}
