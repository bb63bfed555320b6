import 'server-only';
import { z } from 'zod';
import { isNotifiedEvent, type NotifiedEvent } from '@/lib/domain/chasing/notified-events';
import { taskChanges } from '@/lib/domain/plan/task-amendment';
import { contributionOutcomes } from '@/lib/domain/report/contributions';
import { reportStatuses } from '@/lib/domain/report/report';
import { civilDateColumn, periodColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { agencyHasSeveral, officeHasSeveral } from '@/lib/server/database/plan-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineColumns, deadlineFields, withDeadline } from '@/lib/server/database/stored-deadline';
import { formColumn, namedDeadlineSchema, planForm } from '@/lib/server/database/stored-json';

/** The detail of an event, as far as its message needs it. */
const eventDetail = z.object({
  /** The status of the report before the event. */
  from: z.enum(reportStatuses).optional(),
  /** The number of the filed version that the remark or the filing is about. */
  version: z.number().optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  returnDueOn: civilDateColumn.optional(),
  proposedOn: civilDateColumn.optional(),
  /** The first day on which the report can be filled in. */
  opensOn: civilDateColumn.optional(),
  grantedOn: civilDateColumn.nullish(),
  /** The deadline of the period before its move and after it. */
  before: namedDeadlineSchema.optional().catch(undefined),
  after: namedDeadlineSchema.optional().catch(undefined),
  kind: z.string().optional(),
  /** Of an amendment: what it does to the report, the task's short title, and the first period for which it holds. */
  change: z.enum(taskChanges).optional(),
  title: z.string().optional(),
  fromPeriod: periodColumn.optional(),
  /** The act was on the whole plan, not on one period. */
  wholePlan: z.boolean().optional(),
  taskId: z.string().optional(),
  /** The name of the file that the event is about. */
  name: z.string().optional(),
  outcome: z.enum(contributionOutcomes).optional().catch(undefined),
  reasons: z.array(z.object({ taskId: z.string(), section: z.string().nullish(), text: z.string() })).optional(),
});

const pendingRow = z.object({
  id: z.string(),
  name: z.string(),
  at: z.date(),
  accountId: z.string().nullable(),
  /** The person whose act it was, and the agency of that person. */
  actor: z.string(),
  actorAgency: z.string(),
  reportId: z.string(),
  officeId: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  periodCode: periodColumn,
  planTitle: z.string(),
  agencyHasSeveral: z.boolean(),
  officeHasSeveral: z.boolean(),
  office: z.string(),
  form: formColumn,
  detail: eventDetail,
  /** The numbers of the plan's tasks that the detail names, by their ids. */
  taskNumbers: z.record(z.string(), z.number()),
  contribution: z.object({ agencyId: z.string(), taskId: z.string(), taskNumber: z.number() }).nullable(),
  proposerId: z.string().nullable(),
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
    SELECT e.id::text, e.name, e.at, e."accountId", coalesce(c."displayName", '') AS actor, coalesce(o.name, '') AS "actorAgency",
      e.detail, r.id AS "reportId", a.id AS "agencyId", a.name AS "agencyName", p.quarter AS "periodCode",
      l.title AS "planTitle", ${agencyHasSeveral} AS "agencyHasSeveral", ${officeHasSeveral} AS "officeHasSeveral",
      l."officeId", l."contactOffice" AS office, ${planForm}, ${deadlineColumns},
      coalesce((SELECT jsonb_object_agg(t.id, t.position) FROM "Task" t
        WHERE t."planId" = l.id AND jsonb_exists_any(e.detail, ARRAY['taskId', 'reasons']) AND strpos(e.detail::text, t.id::text) > 0),
        '{}') AS "taskNumbers",
      (SELECT jsonb_build_object('agencyId', k."agencyId", 'taskId', k."taskId", 'taskNumber', t.position)
        FROM "Contribution" k JOIN "Task" t ON t.id = k."taskId"
        WHERE k.id = (e.detail ->> 'contributionId')::uuid) AS contribution,
      (SELECT v."accountId" FROM "Event" v WHERE v."reportId" = r.id AND v.name = 'publication-proposed' AND v.id < e.id
        ORDER BY v.id DESC LIMIT 1) AS "proposerId"
    FROM taken JOIN "Event" e ON e.id = taken."eventId"
      JOIN "Report" r ON r.id = e."reportId"
      JOIN "Agency" a ON a.id = r."agencyId"
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId"
      LEFT JOIN "Account" c ON c.id = e."accountId"
      LEFT JOIN "Agency" o ON o.id = c."agencyId"
    ORDER BY e.id`;
  return rows.flatMap((row) => {
    const { name, ...event } = factsOf(row);
    return isNotifiedEvent(name) ? [{ ...event, name }] : [];
  });
}
