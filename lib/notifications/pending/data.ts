import 'server-only';
import { z } from 'zod';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { isNotifiedEvent, type NotifiedEvent } from '@/lib/domain/chasing/notified-events';
import { civilDateColumn, parsedRows, periodColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { deadlineColumns, deadlineFields, withDeadline } from '@/lib/server/database/stored-deadline';

const detailSchema = z.object({
  /** The number of the filed version that was remarked on. */
  version: z.number().optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  returnDueOn: civilDateColumn.optional(),
  proposedOn: civilDateColumn.optional(),
  grantedOn: civilDateColumn.nullish(),
});

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  at: z.date(),
  reportId: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  periodCode: periodColumn,
  planTitle: z.string(),
  detail: detailSchema,
  ...deadlineFields,
});

type Row = z.output<typeof rowSchema>;

/** A pending event, of which somebody is to be notified, with the facts that the message needs. */
export type PendingEvent = Omit<Row, 'name' | keyof typeof deadlineFields> & {
  name: NotifiedEvent;
  /** The last day in force of the report at the time of notification. */
  dueOn: CivilDate;
  provisional: boolean;
};

/**
 * Takes the oldest pending events that no other process is working on; a rollback of the transaction puts them back.
 */
export async function takePendingEvents(transaction: Transaction, most: number): Promise<PendingEvent[]> {
  const rows = await transaction.$queryRaw`
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
  return parsedRows(rowSchema, rows).flatMap((row) => {
    const { name, closesAt: _, ...event } = { ...withDeadline(row), provisional: row.provisional };
    return isNotifiedEvent(name) ? [{ ...event, name }] : [];
  });
}
