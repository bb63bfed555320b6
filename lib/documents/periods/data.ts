import 'server-only';
import { z } from 'zod';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { civilDateColumn, periodColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { isOwedPeriod } from '@/lib/server/database/period-sql';
import { rowsOf } from '@/lib/server/database/rows';

/** The periods of a plan that a document covers, in order, and the instant of counting (portal's clock). */
export type DocumentFilter = { planCode: string; codes: readonly PeriodCode[]; now: Date };

const documentPeriod = z.object({
  code: periodColumn,
  opensAt: z.date(),
  dueOn: civilDateColumn,
  closesAt: z.date(),
  provisional: z.boolean(),
});

/** A period of a plan, with its own last day. */
export type DocumentPlanPeriod = z.output<typeof documentPeriod>;

/** Lists the periods of a plan in order. */
export function listDocumentPeriods(client: Transaction, planCode: string): Promise<DocumentPlanPeriod[]> {
  return rowsOf(documentPeriod, client)`
    SELECT p.quarter AS code, p."opensAt", p."dueOn"::text AS "dueOn", p."closesAt", p.provisional
    FROM "ReportingPeriod" p WHERE ${isOwedPeriod()} AND p."planId" = (SELECT id FROM "Plan" WHERE code = ${planCode})
    ORDER BY p.quarter`;
}
