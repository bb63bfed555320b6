import 'server-only';
import { z } from 'zod';
import { covers, type ReportScope } from '@/lib/domain/authorization';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import { type SharedEventName, sharedEvents } from '@/lib/domain/report/event-lists';
import type { ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { civilDateColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { namedDeadlineSchema, snapshotSchema } from '@/lib/server/database/stored-json';
import { findStoredReport, type StoredReport } from '@/lib/server/database/stored-report';

export type { StoredReport };

/** The stored report within a scope, or null. Its entries may be a draft: pages read the filed versions instead. */
export async function getStoredReport(scope: ReportScope, reportId: string): Promise<StoredReport | null> {
  const stored = await findStoredReport(db, reportId);
  return stored && covers(scope, stored.state) ? stored : null;
}

export type Version = {
  number: number;
  filedAt: Date;
  filedBy: string;
  timeliness: Timeliness;
  receiptNumber: string;
  digest: string;
};

/** Lists the filed versions of a report, the latest first, without their text. */
export async function listVersions({ id }: StoredReport): Promise<Version[]> {
  const versions = await db.filedVersion.findMany({
    where: { reportId: id },
    orderBy: { number: 'desc' },
    select: {
      number: true,
      filedAt: true,
      timeliness: true,
      receiptNumber: true,
      digest: true,
      filedBy: { select: { displayName: true } },
    },
  });
  return versions.map(({ filedBy, ...version }) => ({ ...version, filedBy: filedBy.displayName }));
}

/** Gives the content of a filed version, or null where there is no such version. */
export async function getSnapshot({ id }: StoredReport, number: number): Promise<ReportSnapshot | null> {
  const version = await db.filedVersion.findUnique({
    where: { reportId_number: { reportId: id, number } },
    select: { snapshot: true },
  });
  return version && snapshotSchema.parse(version.snapshot);
}

/** The detail of an event row, as far as the history shows it. */
const eventDetailSchema = z.object({
  version: z.number().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  returnDueOn: civilDateColumn.optional(),
  opensOn: civilDateColumn.optional(),
  proposedOn: civilDateColumn.optional(),
  grantedOn: civilDateColumn.nullish(),
  /** The deadline of the period before its move and after it. */
  before: namedDeadlineSchema.optional().catch(undefined),
  after: namedDeadlineSchema.optional().catch(undefined),
  kind: z.enum(['published', 'corrected']).optional().catch(undefined),
  /** The approver for whom a deputy acted. */
  deputyOf: z.object({ displayName: z.string() }).optional(),
  reasons: z.array(z.object({ taskId: z.string(), section: z.string().nullish(), text: z.string() })).optional(),
});
type EventDetail = z.output<typeof eventDetailSchema>;

export type ReportEventRow = { id: string; at: Date; name: SharedEventName; by: string; detail: EventDetail };

/** Lists the latest hundred events of a report, the latest first. */
export async function listReportEvents({ id }: StoredReport): Promise<ReportEventRow[]> {
  const events = await db.event.findMany({
    where: { reportId: id, name: { in: [...sharedEvents] } },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, at: true, name: true, detail: true, account: { select: { displayName: true } } },
  });
  return events.map((event) => ({
    id: String(event.id),
    at: event.at,
    name: event.name as SharedEventName,
    by: event.account?.displayName ?? '',
    detail: eventDetailSchema.parse(event.detail),
  }));
}
