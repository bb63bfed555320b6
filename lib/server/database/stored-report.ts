import 'server-only';
import type { Support } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import type { ReminderTarget } from '@/lib/domain/chasing/reminders';
import { deadlineInForce } from '@/lib/domain/deadline/closing';
import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import type { EntryContent } from '@/lib/domain/report/completeness';
import type { StoredEvidence } from '@/lib/domain/report/evidence-files';
import type { FieldSaves } from '@/lib/domain/report/field-save';
import type { ContributionState, ReportState, ReportStatus } from '@/lib/domain/report/report';
import type { Transaction } from './db';

export type StoredEntry = EntryContent & {
  taskId: string;
  taskCode: string;
  taskText: string;
  evidence: StoredEvidence[];
  fieldSaves: FieldSaves;
};

/** A report as stored in the database: the state for the domain rules, and the columns that its effects need. */
export type StoredReport = {
  id: string;
  version: number;
  contentVersion: number;
  filedVersions: number;
  timeliness: Timeliness | null;
  publicationId: string | null;
  plan: { code: string; title: string; deadlineRule: DeadlineRule };
  period: { quarter: Quarter; closesAt: Date; provisional: boolean };
  agency: { code: string; name: string };
  entries: StoredEntry[];
  pendingExtensionId: string | null;
  /** The extensions granted before the period's own closing instant, with their last days. */
  timelyExtensions: { dueOn: CivilDate; decidedAt: Date }[];
  state: ReportState;
};

type Row = {
  id: string;
  version: number;
  contentVersion: number;
  filedVersions: number;
  timeliness: Timeliness | null;
  publicationId: string | null;
  reviewBegun: boolean;
  status: ReportStatus;
  extendedDueOn: CivilDate | null;
  extendedClosesAt: Date | null;
  returnDueOn: CivilDate | null;
  returnClosesAt: Date | null;
  quarter: Quarter;
  opensAt: Date;
  dueOn: CivilDate;
  closesAt: Date;
  provisional: boolean;
  planCode: string;
  planTitle: string;
  deadlineRule: DeadlineRule;
  agencyId: string;
  agencyCode: string;
  agencyName: string;
  signOffRequired: boolean;
  entries: StoredEntry[];
  extensions: { id: string; outcome: string | null; dueOn: CivilDate | null; decidedAt: string | null }[];
  support: Support[];
  contributions: ContributionState[];
  reminders: Partial<Record<`${ReminderTarget}-reminded`, string>>;
};

/** Loads reports with everything that a decision needs, in one round trip. */
function queryReports(client: Transaction, reportIds: readonly string[]): Promise<Row[]> {
  return client.$queryRaw<Row[]>`
    SELECT r.id, r.version, r."contentVersion", r."filedVersions", r.timeliness::text, r."publicationId", r."reviewBegunAt" IS NOT NULL AS "reviewBegun",
      r.status::text, r."extendedDueOn"::text, r."extendedClosesAt", r."returnDueOn"::text, r."returnClosesAt",
      p.quarter, p."opensAt", p."dueOn"::text, p."closesAt", p.provisional,
      l.code AS "planCode", l.title AS "planTitle", l."deadlineRule",
      a.id AS "agencyId", a.code AS "agencyCode", a.name AS "agencyName", a."signOffRequired",
      coalesce((SELECT json_agg(json_build_object(
          'taskId', e."taskId", 'taskCode', t.code, 'taskText', t.text, 'progress', e.progress, 'problems', e.problems,
          'results', e.results, 'nextSteps', e."nextSteps", 'noProgress', e."noProgress",
          'noProgressReason', e."noProgressReason", 'noProblems', e."noProblems", 'light', e.light,
          'evidence', coalesce((SELECT json_agg(json_build_object(
              'id', v.id, 'name', v.name, 'size', v.size, 'digest', v.digest, 'scan', v.scan) ORDER BY v."uploadedAt", v.id)
            FROM "Evidence" v WHERE v."reportId" = r.id AND v."taskId" = e."taskId" AND v."removedAt" IS NULL), '[]'),
          'fieldSaves', e."fieldSaves") ORDER BY t.position)
        FROM "Entry" e JOIN "Task" t ON t.id = e."taskId" WHERE e."reportId" = r.id), '[]') AS entries,
      coalesce((SELECT json_agg(json_build_object(
          'id', x.id, 'outcome', x.outcome, 'dueOn', x."grantedDueOn", 'decidedAt', x."decidedAt"))
        FROM "Extension" x WHERE x."reportId" = r.id), '[]') AS extensions,
      coalesce((SELECT json_agg(json_build_object('taskId', s."taskId", 'agencyId', s."agencyId"))
        FROM "SupportingAgency" s JOIN "Task" t ON t.id = s."taskId"
        WHERE t."leadAgencyId" = r."agencyId" AND t."planId" = p."planId"), '[]') AS support,
      coalesce((SELECT json_agg(json_build_object(
          'id', c.id, 'taskId', c."taskId", 'agencyId', c."agencyId", 'isDecided', c.outcome IS NOT NULL) ORDER BY c.id)
        FROM "Contribution" c WHERE c."reportId" = r.id), '[]') AS contributions,
      coalesce((SELECT json_object_agg(m.name, m.at) FROM (SELECT v.name, max(v.at) AS at FROM "Event" v
        WHERE v."reportId" = r.id AND v.name IN ('approver-reminded', 'reporter-reminded') GROUP BY 1) m), '{}') AS reminders
    FROM "Report" r
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId"
      JOIN "Agency" a ON a.id = r."agencyId"
    WHERE r.id = ANY(${reportIds}::uuid[])`;
}

const instantOf = (text: string | undefined) => (text ? new Date(text) : null);

function stateOf(row: Row): ReportState {
  const { dueOn, closesAt } = deadlineInForce({
    period: { dueOn: row.dueOn, closesAt: row.closesAt, provisional: row.provisional },
    extension:
      row.extendedDueOn && row.extendedClosesAt ? { dueOn: row.extendedDueOn, closesAt: row.extendedClosesAt } : null,
    returned: row.returnDueOn && row.returnClosesAt ? { dueOn: row.returnDueOn, closesAt: row.returnClosesAt } : null,
  });
  return {
    agencyId: row.agencyId,
    status: row.status,
    opensAt: row.opensAt,
    closesAt,
    dueOn,
    signOffRequired: row.signOffRequired,
    reviewBegun: row.reviewBegun,
    extensionPending: row.extensions.some((extension) => extension.outcome === null),
    published: row.publicationId !== null,
    entries: row.entries,
    support: row.support,
    contributions: row.contributions,
    lastReminded: {
      approver: instantOf(row.reminders['approver-reminded']),
      reporter: instantOf(row.reminders['reporter-reminded']),
    },
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
  return {
    id: row.id,
    version: row.version,
    contentVersion: row.contentVersion,
    filedVersions: row.filedVersions,
    timeliness: row.timeliness,
    publicationId: row.publicationId,
    plan: { code: row.planCode, title: row.planTitle, deadlineRule: row.deadlineRule },
    period: { quarter: row.quarter, closesAt: row.closesAt, provisional: row.provisional },
    agency: { code: row.agencyCode, name: row.agencyName },
    entries: row.entries,
    pendingExtensionId: row.extensions.find((extension) => extension.outcome === null)?.id ?? null,
    timelyExtensions: row.extensions.flatMap(({ dueOn, decidedAt }) => {
      const decided = decidedAt ? new Date(decidedAt) : null;
      return dueOn && decided && decided < row.closesAt ? [{ dueOn, decidedAt: decided }] : [];
    }),
    state: stateOf(row),
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
