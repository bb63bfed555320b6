import 'server-only';
import { z } from 'zod';
import { approversOf } from '@/lib/accounts/officers/data';
import type { ReportScope } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { afterClosings, filingEnds } from '@/lib/domain/deadline/closing';
import { extensionOutcomes } from '@/lib/domain/deadline/extension-outcome';
import { progressLights } from '@/lib/domain/report/entry';
import { passingEvents } from '@/lib/domain/report/event-lists';
import { remindingEvents } from '@/lib/domain/report/reminders';
import { storedContent } from '@/lib/schemas/entry';
import {
  civilDateColumn,
  instantText,
  periodColumn,
  statusColumn,
  timelinessColumn,
} from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { filingEnd } from '@/lib/server/database/period-sql';
import { isIssued } from '@/lib/server/database/plan-sql';
import { returnedVersion } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineColumns, deadlineFields } from '@/lib/server/database/stored-deadline';
import { dayReasonsSchema, deadlineRuleSchema, formColumn, planForm } from '@/lib/server/database/stored-json';
import { tasksOfReport, textInReport } from '@/lib/server/database/task-sql';
import { Prisma } from '@/lib/server/generated/client';

const taskSchema = z.object({ id: z.string(), code: z.string(), text: z.string() });

/**
 * The text is loaded only for a report that the agency is writing, because only there the missing parts are computed.
 */
const entrySchema = z.object({
  taskId: z.string(),
  light: z.enum(progressLights).nullable(),
  content: storedContent.nullable(),
});

const decisionSchema = z.object({
  outcome: z.enum(['accepted', 'returned']).nullable(),
  decidedAt: instantText.nullable(),
  by: z.string(),
  version: z.number(),
  /** About a section, or about the task as a whole where none is named. */
  comments: z.array(z.object({ taskId: z.string(), section: z.string().nullable(), text: z.string() })),
});

const extensionSchema = z.object({
  id: z.string(),
  reason: z.string(),
  proposedOn: civilDateColumn,
  requestedAt: instantText,
  requestedBy: z.string(),
  /** See lib/domain/deadline/unrequested-extension.ts. */
  unrequested: z.boolean(),
  outcome: z.enum(extensionOutcomes).nullable(),
  grantedDueOn: civilDateColumn.nullable(),
  decisionNote: z.string(),
  decidedAt: instantText.nullable(),
});

const rowSchema = z.object({
  id: z.string(),
  version: z.number(),
  contentVersion: z.number(),
  filedVersions: z.number(),
  lateFilingOpen: z.boolean(),
  afterClosing: z.enum(afterClosings),
  returnedVersion: z.number().nullable(),
  status: statusColumn,
  owed: z.boolean(),
  timeliness: timelinessColumn.nullable(),
  reviewBegun: z.boolean(),
  published: z.boolean(),
  periodCode: periodColumn,
  filingEnd: z.enum(filingEnds).nullable(),
  opensAt: z.date(),
  ...deadlineFields,
  reasons: dayReasonsSchema,
  planCode: z.string(),
  planTitle: z.string(),
  planClosed: z.boolean(),
  planIssuedOn: civilDateColumn,
  rule: deadlineRuleSchema,
  officeId: z.string(),
  form: formColumn,
  agencyId: z.string(),
  agencyName: z.string(),
  signOffRequired: z.boolean(),
  tasks: z.array(taskSchema),
  entries: z.array(entrySchema),
  versions: z.array(z.object({ number: z.number(), filedAt: instantText, receiptNumber: z.string() })),
  /** The latest review. */
  review: decisionSchema.nullable(),
  extension: extensionSchema.nullable(),
  /** The last time that the report was passed on within the agency or filed. */
  passedOn: z.object({ name: z.enum(passingEvents), at: instantText, by: z.string(), reason: z.string() }).nullable(),
  /** The time of the last reminder, in each direction. */
  reminders: z.object({ approver: instantText.nullable(), reporter: instantText.nullable() }),
});
export type DeskRow = z.output<typeof rowSchema>;

/** The latest events of a report: its review, its extension, its passing on within the agency. */
const history = Prisma.sql`
      (SELECT json_build_object('outcome', w.outcome, 'decidedAt', w."decidedAt", 'by', c."displayName",
          'version', v.number, 'comments', coalesce((
            SELECT json_agg(json_build_object('taskId', m."taskId", 'section', m.section, 'text', m.text) ORDER BY t.position)
            FROM "ReviewComment" m JOIN "Task" t ON t.id = m."taskId" WHERE m."reviewId" = w.id), '[]'))
        FROM "Review" w JOIN "Account" c ON c.id = w."reviewerId" JOIN "FiledVersion" v ON v.id = w."filedVersionId"
        WHERE w."reportId" = r.id ORDER BY w."begunAt" DESC LIMIT 1) AS review,
      (SELECT json_build_object('id', x.id, 'reason', x.reason, 'proposedOn', x."proposedOn",
          'requestedAt', x."requestedAt", 'requestedBy', c."displayName", 'outcome', x.outcome,
          'unrequested', x."decidedById" IS NOT DISTINCT FROM x."requestedById",
          'grantedDueOn', x."grantedDueOn", 'decisionNote', x."decisionNote", 'decidedAt', x."decidedAt")
        FROM "Extension" x JOIN "Account" c ON c.id = x."requestedById"
        WHERE x."reportId" = r.id ORDER BY x."requestedAt" DESC, x.id DESC LIMIT 1) AS extension,
      (SELECT json_build_object('name', o.name, 'at', o.at, 'by', coalesce(c."displayName", ''),
          'reason', coalesce(o.detail->>'reason', ''))
        FROM "Event" o LEFT JOIN "Account" c ON c.id = o."accountId"
        WHERE o."reportId" = r.id AND o.name IN (${Prisma.join([...passingEvents])})
        ORDER BY o.id DESC LIMIT 1) AS "passedOn",
      (SELECT json_build_object('approver', max(m.at) FILTER (WHERE m.name = 'approver-reminded'),
          'reporter', max(m.at) FILTER (WHERE m.name = 'reporter-reminded'))
        FROM "Event" m WHERE m."reportId" = r.id AND m.name IN (${Prisma.join(remindingEvents)})) AS reminders`;

/**
 * Gives the agency's reports of every plan, the newest period first, with everything that its desk shows, in one round
 * trip.
 */
export async function queryDesk(scope: ReportScope | null): Promise<DeskRow[]> {
  if (scope?.kind !== 'agency') return [];
  return rowsOf(rowSchema)`
    SELECT r.id, r.version, r."contentVersion", r."filedVersions", ${returnedVersion} AS "returnedVersion",
      r."lateFilingOpen", l."afterClosing"::text, r.status::text, r.owed, r.timeliness::text,
      r."reviewBegunAt" IS NOT NULL AS "reviewBegun", r."publicationId" IS NOT NULL AS published,
      p.quarter AS "periodCode", ${filingEnd} AS "filingEnd", p."opensAt", ${deadlineColumns}, p.reasons,
      l.code AS "planCode", l.title AS "planTitle", l.status = 'closed' AS "planClosed",
      l."issuedOn"::text AS "planIssuedOn", l."deadlineRule" AS rule, ${planForm},
      l."officeId", a.id AS "agencyId", a.name AS "agencyName", a."signOffRequired",
      coalesce((SELECT json_agg(json_build_object('id', t.id, 'code', t.code, 'text', ${textInReport}) ORDER BY t.position)
        FROM "Task" t WHERE t.id IN (${tasksOfReport})), '[]') AS tasks,
      coalesce((SELECT json_agg(json_build_object('taskId', e."taskId", 'light', e.content ->> 'light', 'content',
          CASE WHEN r.status IN ('draft', 'returned') THEN e.content END))
        FROM "Entry" e WHERE e."reportId" = r.id AND e."takenOutAt" IS NULL), '[]') AS entries,
      coalesce((SELECT json_agg(json_build_object(
          'number', v.number, 'filedAt', v."filedAt", 'receiptNumber', v."receiptNumber") ORDER BY v.number DESC)
        FROM "FiledVersion" v WHERE v."reportId" = r.id), '[]') AS versions,
      ${history}
    FROM "Report" r
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId"
      JOIN "Agency" a ON a.id = r."agencyId"
    WHERE r."agencyId" = ${scope.agencyId}::uuid AND ${isIssued}
    ORDER BY l."issuedOn" DESC, l.code, p.quarter DESC`;
}

/** Gives the names of the agency's open accounts, by role; deputies of an approver stand among the approvers. */
export async function listOfficers(
  scope: ReportScope | null,
  now: Date,
): Promise<{ reporters: string[]; approvers: string[] }> {
  if (scope?.kind !== 'agency') return { reporters: [], approvers: [] };
  const { agencyId } = scope;
  const [accounts, approvers] = await Promise.all([
    db.account.findMany({
      where: { agencyId, closedAt: null, roles: { has: 'reporter' } },
      select: { displayName: true },
      orderBy: { userName: 'asc' },
    }),
    approversOf(agencyId, civilDateOf(now)),
  ]);
  const names = (officers: readonly { displayName: string }[]) => officers.map(({ displayName }) => displayName);
  return { reporters: names(accounts), approvers: names(approvers) };
}
