import 'server-only';
import type { PlanActEvent } from '@/lib/domain/report/report-events';
import { Prisma } from '@/lib/server/generated/client';
import type { Transaction } from './db';
import type { AskContext } from './write-path';

type PlanAct = {
  name: PlanActEvent | 'late-filing-opened' | 'late-filing-closed' | 'report-deadline-moved';
  detail: Prisma.InputJsonObject;
};

/**
 * Records an act on a plan or a period on the reports r of periods p that it concerns, so that the officers of their
 * agencies are notified and their histories tell it: on every one, or on the earliest of each agency.
 */
export async function recordPlanAct(
  transaction: Transaction,
  { name, detail }: PlanAct,
  { where, oncePerAgency }: { where: Prisma.Sql; oncePerAgency: boolean },
  { actor, address }: Pick<AskContext, 'actor' | 'address'>,
): Promise<void> {
  const chosen = oncePerAgency ? Prisma.sql`DISTINCT ON (r."agencyId") r.id` : Prisma.sql`r.id`;
  await transaction.$executeRaw`
    INSERT INTO "Event" (name, "accountId", "reportId", address, detail)
    SELECT ${name}, ${actor.accountId}::uuid, c.id, ${address}, ${JSON.stringify(detail)}::jsonb
    FROM (SELECT ${chosen} FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
      WHERE ${where} ORDER BY r."agencyId", p."opensAt", p.quarter, r.id) c`;
}
