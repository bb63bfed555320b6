import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { Section } from '@/lib/domain/report/completeness';
import { db } from '@/lib/server/database/db';

const summaryEvents = [
  'summary-made',
  'summary-frame-saved',
  'summary-settings-saved',
  'summary-passage-edited',
  'summary-passage-restored',
  'summary-unit-moved',
  'summary-order-reset',
  'summary-versions-taken',
  'summary-reports-added',
  'summary-exported',
] as const;
export type SummaryEventName = (typeof summaryEvents)[number];

export type SummaryEvent = {
  id: string;
  /** By the portal's clock. */
  at: Date;
  name: SummaryEventName;
  by: string;
  detail: { section?: Section; from?: number; to?: number; tasks?: number };
  /** Set for an event about a passage. */
  agencyName: string | null;
  taskCode: string | null;
};

/** Lists at most `most` changes and exports of a draft, the latest first. */
export async function listSummaryEvents(scope: ReportScope, summaryId: string, most: number): Promise<SummaryEvent[]> {
  return db.$queryRaw<SummaryEvent[]>`
    SELECT v.id::text, v.at, v.name, coalesce(c."displayName", '') AS by, v.detail, a.name AS "agencyName",
      t.code AS "taskCode"
    FROM "Event" v LEFT JOIN "Account" c ON c.id = v."accountId"
    LEFT JOIN "Report" r ON r.id = (v.detail ->> 'reportId')::uuid LEFT JOIN "Agency" a ON a.id = r."agencyId"
    LEFT JOIN "Task" t ON t.id = (v.detail ->> 'taskId')::uuid
    WHERE v.name = ANY (${[...summaryEvents]}) AND v.detail ->> 'summaryId' = ${summaryId} AND ${scope.kind === 'all'}
    ORDER BY v.id DESC LIMIT ${most}`;
}
