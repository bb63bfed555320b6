import 'server-only';
import { db } from '@/lib/server/database/db';
import { issuedPlan, latestFirst } from '@/lib/server/database/plan-sql';

/** Lists every office by name. */
export function listOffices(): Promise<{ id: string; name: string }[]> {
  return db.office.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } });
}

/** Gives the name of the authority that issued the latest plan, for a form that proposes it; empty where there is none. */
export async function getLatestIssuer(): Promise<string> {
  const plan = await db.plan.findFirst({ where: issuedPlan, select: { issuer: true }, orderBy: [...latestFirst] });
  return plan?.issuer ?? '';
}
