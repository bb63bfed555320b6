import 'server-only';
import { db, type Transaction } from '@/lib/server/database/db';

/** Says whether a report of a plan was begun, after which its form stays. */
export async function isFormInUse(planId: string, client: Transaction = db): Promise<boolean> {
  const begun = await client.report.findFirst({
    where: { period: { planId }, status: { not: 'not_started' } },
    select: { id: true },
  });
  return begun !== null;
}
