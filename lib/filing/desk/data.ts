import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import type { ReminderTarget } from '@/lib/domain/chasing/reminders';
import type { DayReason, DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import type { EntryContent, ProgressLight, Section } from '@/lib/domain/report/completeness';
import type { ReportStatus } from '@/lib/domain/report/report';
import { db } from '@/lib/server/database/db';
import { Prisma } from '@/lib/server/generated/client';

export type DeskTask = { id: string; code: string; text: string };

/**
 * The text is loaded only for a report that the agency is writing, because only there the missing parts are computed.
 */
export type DeskEntry = { taskId: string; light: ProgressLight | null; content: EntryContent | null };

/** Instants within JSON are texts. */
type Decision = {
  outcome: 'accepted' | 'returned' | null;
  decidedAt: string | null;
  by: string;
  version: number;
  /** About a section, or about the task as a whole where none is named. */
  comments: { taskId: string; section: Section | null; text: string }[];
};

export type DeskExtension = {
  id: string;
  reason: string;
  proposedOn: CivilDate;
  requestedAt: string;
  requestedBy: string;
  /** lib/domain/deadline/unasked-extension.ts */
  unasked: boolean;
  outcome: 'granted' | 'shortened' | 'refused' | null;
  grantedDueOn: CivilDate | null;
  decisionNote: string;
  decidedAt: string | null;
};

export type DeskRow = {
  id: string;
  version: number;
  contentVersion: number;
  filedVersions: number;
  status: ReportStatus;
  timeliness: Timeliness | null;
  reviewBegun: boolean;
  published: boolean;
  extendedDueOn: CivilDate | null;
  extendedClosesAt: Date | null;
  returnDueOn: CivilDate | null;
  returnClosesAt: Date | null;
  quarter: Quarter;
  opensAt: Date;
  dueOn: CivilDate;
  closesAt: Date;
  provisional: boolean;
  reasons: DayReason[];
  planCode: string;
  planTitle: string;
  planIssuedOn: CivilDate;
  rule: DeadlineRule;
  agencyId: string;
  agencyName: string;
  signOffRequired: boolean;
  tasks: DeskTask[];
  entries: DeskEntry[];
  versions: { number: number; filedAt: string; receiptNumber: string }[];
  /** The latest review. */
  review: Decision | null;
  extension: DeskExtension | null;
  /** The last time that the report was passed on within the agency or filed. */
  passedOn: { name: string; at: string; by: string; reason: string } | null;
  /** The time of the last reminder, in each direction. */
  reminders: Record<ReminderTarget, string | null>;
};

/** The latest events of a report: its review, its extension, its passing on within the agency. */
const history = Prisma.sql`
      (SELECT json_build_object('outcome', w.outcome, 'decidedAt', w."decidedAt", 'by', c."displayName",
          'version', v.number, 'comments', coalesce((
            SELECT json_agg(json_build_object('taskId', m."taskId", 'section', m.section, 'text', m.text) ORDER BY t.position, m.section NULLS FIRST)
            FROM "ReviewComment" m JOIN "Task" t ON t.id = m."taskId" WHERE m."reviewId" = w.id), '[]'))
        FROM "Review" w JOIN "Account" c ON c.id = w."reviewerId" JOIN "FiledVersion" v ON v.id = w."filedVersionId"
        WHERE w."reportId" = r.id ORDER BY w."begunAt" DESC LIMIT 1) AS review,
      (SELECT json_build_object('id', x.id, 'reason', x.reason, 'proposedOn', x."proposedOn",
          'requestedAt', x."requestedAt", 'requestedBy', c."displayName", 'outcome', x.outcome,
          'unasked', x."decidedById" IS NOT DISTINCT FROM x."requestedById",
          'grantedDueOn', x."grantedDueOn", 'decisionNote', x."decisionNote", 'decidedAt', x."decidedAt")
        FROM "Extension" x JOIN "Account" c ON c.id = x."requestedById"
        WHERE x."reportId" = r.id ORDER BY x."requestedAt" DESC, x.id DESC LIMIT 1) AS extension,
      (SELECT json_build_object('name', o.name, 'at', o.at, 'by', coalesce(c."displayName", ''),
          'reason', coalesce(o.detail->>'reason', ''))
        FROM "Event" o LEFT JOIN "Account" c ON c.id = o."accountId"
        WHERE o."reportId" = r.id AND o.name IN ('report-sent-back', 'sign-off-requested', 'report-filed')
        ORDER BY o.id DESC LIMIT 1) AS "passedOn",
      (SELECT json_build_object('approver', max(m.at) FILTER (WHERE m.name = 'approver-reminded'),
          'reporter', max(m.at) FILTER (WHERE m.name = 'reporter-reminded'))
        FROM "Event" m WHERE m."reportId" = r.id AND m.name IN ('approver-reminded', 'reporter-reminded')) AS reminders`;

/**
 * Gives the agency's reports of every plan, the newest quarter first, with everything that its desk shows, in one round
 * trip.
 */
export async function queryDesk(scope: ReportScope | null): Promise<DeskRow[]> {
  if (scope?.kind !== 'agency') return [];
  return db.$queryRaw<DeskRow[]>`
    SELECT r.id, r.version, r."contentVersion", r."filedVersions", r.status::text, r.timeliness::text,
      r."reviewBegunAt" IS NOT NULL AS "reviewBegun", r."publicationId" IS NOT NULL AS published,
      r."extendedDueOn"::text, r."extendedClosesAt", r."returnDueOn"::text, r."returnClosesAt",
      p.quarter, p."opensAt", p."dueOn"::text, p."closesAt", p.provisional, p.reasons,
      l.code AS "planCode", l.title AS "planTitle", l."issuedOn"::text AS "planIssuedOn", l."deadlineRule" AS rule,
      a.id AS "agencyId", a.name AS "agencyName", a."signOffRequired",
      coalesce((SELECT json_agg(json_build_object('id', t.id, 'code', t.code, 'text', t.text) ORDER BY t.position)
        FROM "Task" t WHERE t."planId" = l.id AND t."leadAgencyId" = a.id), '[]') AS tasks,
      coalesce((SELECT json_agg(json_build_object('taskId', e."taskId", 'light', e.light, 'content',
          CASE WHEN r.status IN ('draft', 'returned') THEN json_build_object(
            'progress', e.progress, 'problems', e.problems, 'results', e.results, 'nextSteps', e."nextSteps",
            'noProgress', e."noProgress", 'noProgressReason', e."noProgressReason", 'noProblems', e."noProblems",
            'light', e.light) END))
        FROM "Entry" e WHERE e."reportId" = r.id), '[]') AS entries,
      coalesce((SELECT json_agg(json_build_object(
          'number', v.number, 'filedAt', v."filedAt", 'receiptNumber', v."receiptNumber") ORDER BY v.number DESC)
        FROM "FiledVersion" v WHERE v."reportId" = r.id), '[]') AS versions,
      ${history}
    FROM "Report" r
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId"
      JOIN "Agency" a ON a.id = r."agencyId"
    WHERE r."agencyId" = ${scope.agencyId}::uuid
    ORDER BY l."issuedOn" DESC, l.code, p.quarter DESC`;
}

/** Gives the names of the agency's open accounts, by role. */
export async function listOfficers(scope: ReportScope | null): Promise<{ reporters: string[]; approvers: string[] }> {
  if (scope?.kind !== 'agency') return { reporters: [], approvers: [] };
  const accounts = await db.account.findMany({
    where: { agencyId: scope.agencyId, closedAt: null },
    select: { displayName: true, roles: true },
    orderBy: { userName: 'asc' },
  });
  const namesOf = (role: 'reporter' | 'approver') =>
    accounts.filter(({ roles }) => roles.includes(role)).map(({ displayName }) => displayName);
  return { reporters: namesOf('reporter'), approvers: namesOf('approver') };
}
