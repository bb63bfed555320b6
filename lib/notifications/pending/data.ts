import 'server-only';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { isNotifiedEvent, type NotifiedEvent } from '@/lib/domain/chasing/notified-events';
import type { Transaction } from '@/lib/server/database/db';
import { deadlineColumns, type StoredDeadline, withDeadline } from '@/lib/server/database/stored-deadline';

/** A pending event, of which somebody is to be notified, with the facts that the message needs. */
export type PendingEvent = {
  id: string;
  name: NotifiedEvent;
  at: Date;
  reportId: string;
  agencyId: string;
  agencyName: string;
  periodCode: PeriodCode;
  planTitle: string;
  /** The last day in force of the report at the time of notification. */
  dueOn: CivilDate;
  provisional: boolean;
  detail: {
    /** The number of the filed version that the remark is about. */
    version?: number;
    subject?: string;
    text?: string;
    reason?: string;
    note?: string;
    returnDueOn?: CivilDate;
    proposedOn?: CivilDate;
    grantedOn?: CivilDate | null;
  };
};

type Row = Omit<PendingEvent, 'name' | 'dueOn'> & StoredDeadline & { name: string };

/**
 * Takes the oldest pending events that no other process is working on; a rollback of the transaction puts them back.
 */
export async function takePendingEvents(transaction: Transaction, most: number): Promise<PendingEvent[]> {
  const rows = await transaction.$queryRaw<Row[]>`
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
    const { name, ...event } = { ...withDeadline(row), provisional: row.provisional };
    return isNotifiedEvent(name) ? [{ ...event, name }] : [];
  });
}
