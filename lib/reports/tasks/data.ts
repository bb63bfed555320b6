import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import { shortTitleOf } from '@/lib/domain/plan/task';
import { amendmentKinds } from '@/lib/domain/plan/task-amendment';
import { storedContent } from '@/lib/schemas/entry';
import { agencyNameInPeriod } from '@/lib/server/database/agency-sql';
import { instantText, periodColumn } from '@/lib/server/database/columns';
import { mayReadEntries } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { holdsIn, taskOfReport } from '@/lib/server/database/task-sql';

const amendment = z.object({
  kind: z.enum(amendmentKinds),
  fromPeriod: periodColumn,
  reason: z.string(),
  madeAt: instantText,
});

const taskRow = z.object({
  taskId: z.string(),
  taskCode: z.string(),
  number: z.string(),
  headings: z.array(z.string()),
  shortTitle: z.string(),
  text: z.string(),
  measures: z.array(z.string()),
  target: z.string(),
  dueText: z.string(),
  leads: z.array(z.string()),
  supports: z.array(z.string()),
  /** The text that was written on it, where it is no longer the agency's in the period. */
  takenOut: storedContent.nullable(),
  /** The amendments that hold in the period, the latest first. */
  amendments: z.array(amendment),
  filedAt: z.date().nullable(),
});

function reportTaskOf({ filedAt, ...row }: z.output<typeof taskRow>) {
  return {
    ...row,
    /** The short title that people wrote, or the first clause of the text. */
    title: shortTitleOf(row),
    /** Those that were made after the latest filing. */
    sinceFiling: filedAt ? row.amendments.filter(({ madeAt }) => madeAt > filedAt) : [],
  };
}

/** A task of a report with what the plan says of it in the report's period. */
export type ReportTask = ReturnType<typeof reportTaskOf>;

/** Lists the tasks of a report that somebody has begun, those that were taken out of it among them, in the plan's order. */
export async function listReportTasks(scope: ReportScope | null, reportId: string): Promise<ReportTask[]> {
  if (scope === null) return [];
  const rows = await rowsOf(taskRow)`
    SELECT t.id AS "taskId", t.code AS "taskCode", x.number, x.headings, x."shortTitle", x.text, x.measures, x.target,
      x."dueText",
      ARRAY(SELECT ${agencyNameInPeriod()} FROM "TaskLead" d JOIN "Agency" a ON a.id = d."agencyId"
        WHERE d."taskId" = t.id AND ${holdsIn('d')} ORDER BY d.position) AS leads,
      ARRAY(SELECT ${agencyNameInPeriod()} FROM "SupportingAgency" s JOIN "Agency" a ON a.id = s."agencyId"
        WHERE s."taskId" = t.id AND ${holdsIn('s')} ORDER BY a.position) AS supports,
      CASE WHEN e."takenOutAt" IS NOT NULL THEN e.content END AS "takenOut",
      coalesce((SELECT json_agg(json_build_object('kind', m.kind, 'fromPeriod', m."fromPeriod", 'reason', m.reason,
          'madeAt', m."madeAt") ORDER BY m."madeAt" DESC)
        FROM "TaskAmendment" m WHERE m."taskId" = t.id AND m."fromPeriod" <= p.quarter), '[]') AS amendments,
      (SELECT v."filedAt" FROM "FiledVersion" v WHERE v."reportId" = r.id AND v.number = r."filedVersions") AS "filedAt"
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Entry" e ON e."reportId" = r.id
      JOIN "Task" t ON t.id = e."taskId"
      CROSS JOIN LATERAL ${taskOfReport} x
    WHERE r.id = ${reportId}::uuid AND ${mayReadEntries(scope)}
    ORDER BY t.position`;
  return rows.map(reportTaskOf);
}
