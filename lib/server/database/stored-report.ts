import 'server-only';
import { z } from 'zod';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { afterClosings, filingEnds } from '@/lib/domain/deadline/closing';
import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import { contentIn, type EntryContent, type EntryForm } from '@/lib/domain/report/entry';
import { evidenceScans } from '@/lib/domain/report/evidence-files';
import { remindingEvents } from '@/lib/domain/report/reminders';
import { type ReportState, writingStatuses } from '@/lib/domain/report/report';
import { storedContent } from '@/lib/schemas/entry';
import { Prisma } from '@/lib/server/generated/client';
import { chasedAt } from './chased-sql';
import { civilDateColumn, instantText, periodColumn, statusColumn, timelinessColumn } from './columns';
import type { Transaction } from './db';
import { filingEnd } from './period-sql';
import { waitingProposal, withdrawalUnexplained } from './publication-sql';
import { returnedVersion } from './report-sql';
import { rowsOf } from './rows';
import { deadlineColumns, deadlineFields, lastDaysOfRow } from './stored-deadline';
import { deadlineRuleSchema, fieldSavesSchema, formColumn, planForm } from './stored-json';
import { holdsIn, taskDuties, textInReport } from './task-sql';

const evidenceSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  digest: z.string(),
  scan: z.enum(evidenceScans),
});

const entrySchema = z.object({
  taskId: z.string(),
  taskCode: z.string(),
  taskText: z.string(),
  content: storedContent,
  evidence: z.array(evidenceSchema),
  fieldSaves: fieldSavesSchema,
});

const entryOf = ({ content, ...entry }: z.output<typeof entrySchema>, form: EntryForm) => ({
  ...contentIn(content, form),
  ...entry,
});

/** An entry as it stands in the database, with its files and how often each of its fields was saved. */
export type StoredEntry = EntryContent & Omit<z.output<typeof entrySchema>, 'content'>;

const extensionSchema = z.object({
  id: z.string(),
  outcome: z.string().nullable(),
  proposedOn: civilDateColumn,
  dueOn: civilDateColumn.nullable(),
  decidedAt: instantText.nullable(),
});

const supportSchema = z.object({ taskId: z.string(), agencyId: z.string() });

const rowSchema = z.object({
  id: z.string(),
  version: z.number(),
  contentVersion: z.number(),
  filedVersions: z.number(),
  returnedVersion: z.number().nullable(),
  timeliness: timelinessColumn.nullable(),
  publicationId: z.string().nullable(),
  acceptedAt: z.date().nullable(),
  proposal: z.object({ id: z.string(), proposedById: z.string() }).nullable(),
  withdrawalUnexplained: z.boolean(),
  publications: z.number(),
  reviewBegun: z.boolean(),
  status: statusColumn,
  statusBeforeSignOff: z.enum(writingStatuses),
  owed: z.boolean(),
  lateFilingOpen: z.boolean(),
  afterClosing: z.enum(afterClosings),
  periodCode: periodColumn,
  filingEnd: z.enum(filingEnds).nullable(),
  opensAt: z.date(),
  ...deadlineFields,
  planCode: z.string(),
  planTitle: z.string(),
  deadlineRule: deadlineRuleSchema,
  officeId: z.string(),
  form: formColumn,
  agencyId: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  signOffRequired: z.boolean(),
  entries: z.array(entrySchema),
  extensions: z.array(extensionSchema),
  support: z.array(supportSchema),
  contributions: z.array(supportSchema.extend({ id: z.string(), isDecided: z.boolean() })),
  reminders: z.partialRecord(z.enum(remindingEvents), instantText),
  chasedAt: z.date().nullable(),
});

type Row = z.output<typeof rowSchema>;

/** A report as stored in the database: the state for the domain rules, and the columns that its effects need. */
export type StoredReport = {
  id: string;
  version: number;
  contentVersion: number;
  filedVersions: number;
  /** The version that was returned last. */
  returnedVersion: number | null;
  timeliness: Timeliness | null;
  publicationId: string | null;
  /** The proposal to publish that waits for another account. */
  proposalId: string | null;
  /** The number of the last publication, correction or withdrawal, 0 where there was none. */
  publications: number;
  plan: { code: string; title: string; deadlineRule: DeadlineRule };
  period: { code: PeriodCode; closesAt: Date; provisional: boolean };
  agency: { code: string; name: string };
  entries: StoredEntry[];
  pendingExtensionId: string | null;
  /** The extensions granted before the period's own closing instant, with their last days. */
  timelyExtensions: { dueOn: CivilDate; decidedAt: Date }[];
  state: ReportState;
};

/** The status from which a report r went to the approver last, which the event of the request keeps. */
const statusBeforeSignOff = Prisma.sql`coalesce((SELECT v.detail ->> 'from' FROM "Event" v
  WHERE v."reportId" = r.id AND v.name = 'sign-off-requested' ORDER BY v.id DESC LIMIT 1), 'draft')`;

/** Loads reports with everything that a decision needs, in one round trip. */
async function queryReports(client: Transaction, reportIds: readonly string[]): Promise<Row[]> {
  return rowsOf(rowSchema, client)`
    SELECT r.id, r.version, r."contentVersion", r."filedVersions", ${returnedVersion} AS "returnedVersion",
      r.timeliness::text, r."publicationId", r."reviewBegunAt" IS NOT NULL AS "reviewBegun",
      (SELECT max(w."decidedAt") FROM "Review" w WHERE w."reportId" = r.id AND w.outcome = 'accepted') AS "acceptedAt",
      ${waitingProposal} AS proposal, ${withdrawalUnexplained} AS "withdrawalUnexplained",
      (SELECT count(*)::int FROM "Publication" u WHERE u."reportId" = r.id) AS publications,
      r.status::text, r.owed, ${statusBeforeSignOff} AS "statusBeforeSignOff",
      r."lateFilingOpen", l."afterClosing"::text, p.quarter AS "periodCode",
      ${filingEnd} AS "filingEnd", p."opensAt", ${deadlineColumns},
      l.code AS "planCode", l.title AS "planTitle", l."deadlineRule", l."officeId", ${planForm},
      a.id AS "agencyId", a.code AS "agencyCode", a.name AS "agencyName", a."signOffRequired",
      coalesce((SELECT json_agg(json_build_object(
          'taskId', e."taskId", 'taskCode', t.code, 'taskText', ${textInReport}, 'content', e.content,
          'evidence', coalesce((SELECT json_agg(json_build_object(
              'id', v.id, 'name', v.name, 'size', v.size, 'digest', v.digest, 'scan', v.scan) ORDER BY v."uploadedAt", v.id)
            FROM "Evidence" v WHERE v."reportId" = r.id AND v."taskId" = e."taskId" AND v."removedAt" IS NULL), '[]'),
          'fieldSaves', e."fieldSaves") ORDER BY t.position)
        FROM "Entry" e JOIN "Task" t ON t.id = e."taskId"
        WHERE e."reportId" = r.id AND e."takenOutAt" IS NULL), '[]') AS entries,
      coalesce((SELECT json_agg(json_build_object(
          'id', x.id, 'outcome', x.outcome, 'proposedOn', x."proposedOn", 'dueOn', x."grantedDueOn", 'decidedAt', x."decidedAt"))
        FROM "Extension" x WHERE x."reportId" = r.id), '[]') AS extensions,
      coalesce((SELECT json_agg(json_build_object('taskId', s."taskId", 'agencyId', s."agencyId"))
        FROM "SupportingAgency" s JOIN ${taskDuties} u ON u."taskId" = s."taskId"
        WHERE u."periodId" = p.id AND u."agencyId" = r."agencyId" AND ${holdsIn('s')}), '[]') AS support,
      coalesce((SELECT json_agg(json_build_object(
          'id', c.id, 'taskId', c."taskId", 'agencyId', c."agencyId", 'isDecided', c.outcome IS NOT NULL) ORDER BY c.id)
        FROM "Contribution" c WHERE c."reportId" = r.id), '[]') AS contributions,
      coalesce((SELECT json_object_agg(m.name, m.at) FROM (SELECT v.name, max(v.at) AS at FROM "Event" v
        WHERE v."reportId" = r.id AND v.name IN (${Prisma.join(remindingEvents)}) GROUP BY 1) m), '{}') AS reminders,
      ${chasedAt} AS "chasedAt"
    FROM "Report" r
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId"
      JOIN "Agency" a ON a.id = r."agencyId"
    WHERE r.id = ANY(${reportIds}::uuid[])`;
}

/** The request for an extension that nobody has decided or taken back. */
const pendingOf = ({ extensions }: Row) => extensions.find(({ outcome }) => outcome === null);

function stateOf(row: Row, entries: StoredEntry[]): ReportState {
  const { dueOn, closesAt } = lastDaysOfRow(row).inForce;
  return {
    agencyId: row.agencyId,
    officeId: row.officeId,
    owed: row.owed,
    status: row.status,
    statusBeforeSignOff: row.statusBeforeSignOff,
    afterClosing: row.afterClosing,
    lateFilingOpen: row.lateFilingOpen,
    filingEnd: row.filingEnd,
    opensAt: row.opensAt,
    closesAt,
    dueOn,
    timeliness: row.timeliness,
    signOffRequired: row.signOffRequired,
    reviewBegun: row.reviewBegun,
    requestedDueOn: pendingOf(row)?.proposedOn ?? null,
    published: row.publicationId !== null,
    acceptedAt: row.acceptedAt,
    proposal: row.proposal,
    withdrawalUnexplained: row.withdrawalUnexplained,
    entries,
    form: row.form,
    support: row.support,
    contributions: row.contributions,
    lastReminded: {
      approver: row.reminders['approver-reminded'] ?? null,
      reporter: row.reminders['reporter-reminded'] ?? null,
    },
    chasedAt: row.chasedAt,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idsIn = (texts: readonly string[]) => texts.filter((text) => uuid.test(text));

/** Waits until no other transaction writes on these reports, and blocks later ones until this transaction ends. */
export async function waitForTurn(transaction: Transaction, reportIds: readonly string[]): Promise<void> {
  await transaction.$queryRaw`
    SELECT 1 FROM "Report" WHERE id = ANY(${idsIn(reportIds)}::uuid[]) ORDER BY id FOR UPDATE`;
}

function storedOf(row: Row): StoredReport {
  const entries = row.entries.map((entry) => entryOf(entry, row.form));
  return {
    id: row.id,
    version: row.version,
    contentVersion: row.contentVersion,
    filedVersions: row.filedVersions,
    returnedVersion: row.returnedVersion,
    timeliness: row.timeliness,
    publicationId: row.publicationId,
    proposalId: row.proposal?.id ?? null,
    publications: row.publications,
    plan: { code: row.planCode, title: row.planTitle, deadlineRule: row.deadlineRule },
    period: { code: row.periodCode, closesAt: row.periodClosesAt, provisional: row.provisional },
    agency: { code: row.agencyCode, name: row.agencyName },
    entries,
    pendingExtensionId: pendingOf(row)?.id ?? null,
    timelyExtensions: row.extensions.flatMap(({ dueOn, decidedAt }) =>
      dueOn && decidedAt && decidedAt < row.periodClosesAt ? [{ dueOn, decidedAt }] : [],
    ),
    state: stateOf(row, entries),
  };
}

/** Gives the stored reports of ids, in no particular order; unknown and malformed ids are left out. */
export async function findStoredReports(client: Transaction, reportIds: readonly string[]): Promise<StoredReport[]> {
  return (await queryReports(client, idsIn(reportIds))).map(storedOf);
}

/** Gives the stored report of an id, or null where there is none. */
export async function findStoredReport(client: Transaction, reportId: string): Promise<StoredReport | null> {
  return (await findStoredReports(client, [reportId]))[0] ?? null;
}
