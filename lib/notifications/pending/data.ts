import 'server-only';
import { z } from 'zod';
import { isNotifiedEvent, type NotifiedEvent } from '@/lib/domain/chasing/notified-events';
import { civilDateColumn, periodColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineColumns, deadlineFields, withDeadline } from '@/lib/server/database/stored-deadline';

/** The detail of an event, as far as its message needs it. */
const eventDetail = z.object({
  /** The number of the filed version that the remark is about. */
  version: z.number().optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  returnDueOn: civilDateColumn.optional(),
  proposedOn: civilDateColumn.optional(),
  grantedOn: civilDateColumn.nullish(),
});

const pendingRow = z.object({
  id: z.string(),
  name: z.string(),
  at: z.date(),
  reportId: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  periodCode: periodColumn,
  planTitle: z.string(),
  detail: eventDetail,
  ...deadlineFields,
});

/** The last day is the one in force at the time of notification. */
const factsOf = (row: z.output<typeof pendingRow>) => ({ ...withDeadline(row), provisional: row.provisional });

/** A pending event, of which somebody is to be notified, with the facts that the message needs. */
export type PendingEvent = Omit<ReturnType<typeof factsOf>, 'name'> & { name: NotifiedEvent };

/**
 * Takes the oldest pending events that no other process is working on; a rollback of the transaction puts them back.
 */
export async function takePendingEvents(transaction: Transaction, most: number): Promise<PendingEvent[]> {
  const rows = await rowsOf(pendingRow, transaction)`
    WITH taken AS (
      DELETE FROM "UntoldEvent" WHERE "eventId" IN (
        SELECT "eventId" FROM "UntoldEvent" ORDER BY "eventId" LIMIT ${most} FOR UPDATE SKIP LOCKED)
      RETURNING "eventId")
    SELECT e.id::text, e.name, e.at, e.detail, r.id AS "reportId", a.id AS "agencyId", a.name AS "agencyName", p.quarter AS "periodCode",
      l.title AS "planTitle", ${deadlineColumns}
    FROM taken JOIN "Event" e ON e.id = taken."eventId"
      JOIN "Report" r ON r.id = e."reportId"
      JOIN "Agency" a ON a.id = r."agencyId"
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId"
    ORDER BY e.id`;
  return rows.flatMap((row) => {
    const { name, ...event } = factsOf(row);
    return isNotifiedEvent(name) ? [{ ...event, name }] : [];
  });
}
