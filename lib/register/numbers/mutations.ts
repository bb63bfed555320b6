import 'server-only';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { writePlan } from '@/lib/server/database/plan-write-path';
import type { AskContext } from '@/lib/server/database/write-path';

type NumberedAgency = { agencyId: string; number: string; position: number };

/**
 * Sets the numbers and the order of the agencies of a draft, all of them at once, so that two can change places. Refuses a
 * number that is used twice, and a list that leaves out an agency of the plan or names another.
 */
export function renumberPlan(
  { planCode, version, agencies }: { planCode: string; version: number; agencies: readonly NumberedAgency[] },
  context: AskContext,
): Promise<Result<void>> {
  const numbers = agencies.map(({ number }) => number);
  const twice = numbers.find((number, index) => numbers.indexOf(number) < index);
  return writePlan(planCode, 'renumber', { ...context, version }, async (transaction, plan) => {
    if (twice !== undefined) return refused({ code: 'agency-number-twice', number: twice });
    const where = { planId: plan.id };
    const stored = await transaction.planAgency.findMany({ where, select: { agencyId: true, number: true } });
    const isWhole = stored.every(({ agencyId }) => agencies.some((agency) => agency.agencyId === agencyId));
    if (!isWhole || agencies.length !== stored.length) return refused({ code: 'stale' });
    await transaction.planAgency.deleteMany({ where });
    await transaction.planAgency.createMany({ data: agencies.map((agency) => ({ ...agency, ...where })) });
    const before = Object.fromEntries(stored.map(({ agencyId, number }) => [agencyId, number]));
    const after = Object.fromEntries(agencies.map(({ agencyId, number }) => [agencyId, number]));
    return accepted({ detail: { before, after }, value: undefined });
  });
}
