import 'server-only';
import { z } from 'zod';
import { coversFiled, type ReportScope } from '@/lib/domain/authorization';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { passingEvents } from '@/lib/domain/report/event-lists';
import type { SavedField } from '@/lib/domain/report/field-save';
import { mayReadEntries } from '@/lib/domain/report/reading';
import { isWithDivision } from '@/lib/domain/report/report';
import { withdrawnVersion } from '@/lib/domain/report/withdrawal';
import { listReturns } from '@/lib/reports/returns/data';
import type { StatusFacts } from '@/lib/reports/status/data';
import { db } from '@/lib/server/database/db';
import { lastDaysOf, periodDaySelect, reportDaySelect } from '@/lib/server/database/stored-deadline';
import {
  dayReasonsSchema,
  deadlineRuleSchema,
  filedContentOf,
  snapshotSchema,
} from '@/lib/server/database/stored-json';
import { findStoredReport, type StoredReport } from '@/lib/server/database/stored-report';
import type { Prisma } from '@/lib/server/generated/client';

const factsSelect = {
  id: true,
  version: true,
  contentVersion: true,
  timeliness: true,
  status: true,
  reviewBegunAt: true,
  publicationId: true,
  ...reportDaySelect,
  agency: { select: { id: true, code: true, name: true, signOffRequired: true } },
  period: {
    select: {
      code: true,
      opensAt: true,
      ...periodDaySelect,
      reasons: true,
      plan: { select: { title: true, deadlineRule: true } },
    },
  },
  versions: {
    select: { number: true, filedAt: true, receiptNumber: true },
    orderBy: { number: 'desc' },
  },
} as const satisfies Prisma.ReportSelect;

type FactsRow = Prisma.ReportGetPayload<{ select: typeof factsSelect }>;

/** The facts about a report beside its text. */
function factsOf(row: FactsRow, { state, filedVersions, returnedVersion }: StoredReport) {
  const { plan, ...period } = row.period;
  const { extension, returned } = lastDaysOf(period, row);
  return {
    id: row.id,
    version: row.version,
    contentVersion: row.contentVersion,
    timeliness: row.timeliness,
    status: row.status,
    planTitle: plan.title,
    agencyName: row.agency.name,
    periodCode: period.code as PeriodCode,
    opensAt: period.opensAt,
    /** The period's own deadline, frozen with its reasons when the period opened. */
    period: {
      dueOn: civilDateFromStored(period.dueOn),
      closesAt: period.closesAt,
      provisional: period.provisional,
      reasons: dayReasonsSchema.parse(period.reasons),
      rule: deadlineRuleSchema.parse(plan.deadlineRule),
    },
    extended: extension,
    returned,
    versions: row.versions,
    /** The version that was withdrawn and not filed again yet. */
    withdrawn: withdrawnVersion({ status: state.status, filedVersions, returnedVersion }),
  };
}

export type ReportFacts = ReturnType<typeof factsOf>;

/** The facts about a report with its status at the instant at which the page was rendered. */
export type ReportWithStatus = ReportFacts & StatusFacts;

/** A field after its save, with its new version. */
export type FieldSaved = { taskId: string; field: SavedField; version: number; at: string };

const latestEvent = (reportId: string, names: string[]) =>
  db.event.findFirst({
    where: { reportId, name: { in: names } },
    select: { name: true, at: true, detail: true, account: { select: { displayName: true } } },
    orderBy: { id: 'desc' },
  });

const sentBackSchema = z.object({ reason: z.string().default('') });

type LatestEvent = NonNullable<Awaited<ReturnType<typeof latestEvent>>>;

/** A report that the approver sent back, with the reason. */
function sentBackOf(event: LatestEvent | null) {
  if (event?.name !== 'report-sent-back') return null;
  const { reason } = sentBackSchema.parse(event.detail);
  return { at: event.at, by: event.account?.displayName ?? '', reason };
}

/**
 * The account that saved the report last; the reason with which the approver sent it back, if that was the last step;
 * and the same reason for as long as the report was not filed since, for the approver who reads it again.
 */
async function findDraftHistory(reportId: string) {
  const [saved, passedOn, sentBack] = await Promise.all([
    latestEvent(reportId, ['report-saved']),
    latestEvent(reportId, [...passingEvents]),
    latestEvent(reportId, ['report-sent-back', 'report-filed']),
  ]);
  return {
    lastSaved: saved && { at: saved.at, by: saved.account?.displayName ?? '' },
    sentBack: sentBackOf(passedOn),
    sentBackBefore: sentBackOf(sentBack),
  };
}

/** Gives one report with its text, its returns and its last editor; null where there is none in the scope. */
export async function getReport(scope: ReportScope | null, reportId: string) {
  const stored = await findStoredReport(db, reportId);
  if (!stored || !mayReadEntries(scope, stored.state)) return null;
  const [row, history, returns] = await Promise.all([
    db.report.findUniqueOrThrow({ where: { id: reportId }, select: factsSelect }),
    findDraftHistory(reportId),
    listReturns(reportId),
  ]);
  const returnedBy = isWithDivision(stored.state.status) ? null : (returns[0] ?? null);
  return {
    ...factsOf(row, stored),
    version: stored.version,
    contentVersion: stored.contentVersion,
    status: stored.state.status,
    state: stored.state,
    entries: stored.entries,
    /** The latest return while the agency has not handed in its answer, also where that was withdrawn again. */
    returnedBy,
    earlierReturns: returns.filter((each) => each !== returnedBy),
    ...history,
  };
}

/** Gives the state of a report and its stored entries; null where there is none in the scope. */
export async function getFields(scope: ReportScope | null, reportId: string) {
  const stored = await findStoredReport(db, reportId);
  return stored && mayReadEntries(scope, stored.state) ? { state: stored.state, entries: stored.entries } : null;
}

/** Gives one filed version with its receipt; null where there is none in the scope. */
export async function getFiledVersion(scope: ReportScope | null, reportId: string, number: number) {
  const stored = await findStoredReport(db, reportId);
  if (!stored || !coversFiled(scope, stored.state)) return null;
  const returned = (await listReturns(reportId)).find(({ version }) => version === number);
  const row = await db.filedVersion.findUnique({
    where: { reportId_number: { reportId, number } },
    select: {
      number: true,
      snapshot: true,
      digest: true,
      receiptNumber: true,
      filedAt: true,
      timeliness: true,
      filedBy: { select: { displayName: true } },
    },
  });
  if (!row) return null;
  return {
    ...row,
    snapshot: snapshotSchema.parse(row.snapshot),
    content: filedContentOf(row.snapshot),
    filedBy: row.filedBy.displayName,
    /** The opinions with which the division returned this version. */
    comments: returned?.comments ?? [],
    report: {
      id: stored.id,
      version: stored.version,
      filedVersions: stored.filedVersions,
      returnedVersion: stored.returnedVersion,
      state: stored.state,
    },
  };
}
