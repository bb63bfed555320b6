import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import { type CivilDate, civilDateFromStored, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import { type EntryForm, formOf, publicByDefault, type Section } from '@/lib/domain/report/entry';
import type { SnapshotEntry } from '@/lib/domain/report/report-snapshot';
import type { NumberDecision, PublishedContent } from '@/lib/domain/review/publication';
import { nameInPeriod, namesSelect } from '@/lib/server/database/agency-sql';
import { db } from '@/lib/server/database/db';
import { scopeCondition } from '@/lib/server/database/office-sql';
import { namedPlan } from '@/lib/server/database/plan-sql';
import { isWaiting } from '@/lib/server/database/publication-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { numberDecisionsSchema, publishedContentSchema, snapshotSchema } from '@/lib/server/database/stored-json';
import { Prisma } from '@/lib/server/generated/client';

/** A report as the lists of publications name it. */
type NamedReport = {
  id: string;
  version: number;
  agency: { code: string; name: string };
  periodCode: PeriodCode;
  planTitle: string;
  /** Its office has other plans under way beside this one. */
  isOneOfSeveral: boolean;
};

const reportSelect = {
  id: true,
  version: true,
  agency: { select: { code: true, ...namesSelect } },
  period: { select: { code: true, dueOn: true, plan: { select: namedPlan } } },
} as const satisfies Prisma.ReportSelect;

type ReportColumns = Prisma.ReportGetPayload<{ select: typeof reportSelect }>;

const namedReport = ({ id, version, agency, period }: ReportColumns): NamedReport => ({
  id,
  version,
  agency: { code: agency.code, name: nameInPeriod(agency, period) },
  periodCode: periodCode(period.code),
  planTitle: period.plan.title,
  isOneOfSeveral: period.plan.office._count.plans > 1,
});

/** An accepted report with the text that a proposal chooses from. */
export type ProposableReport = NamedReport & {
  acceptedAt: Date | null;
  /** The entries of the accepted version, each with the parts that are ticked at first: those that are public now, or the default. */
  entries: (SnapshotEntry & { initial: Section[] })[];
  /** The form with which the version was filed. */
  form: EntryForm;
  publication: 'none' | 'current' | 'outdated' | 'withdrawn';
};

const proposableSelect = {
  ...reportSelect,
  filedVersions: true,
  versions: { orderBy: { number: 'desc' }, take: 1, select: { snapshot: true } },
  reviews: { where: { outcome: 'accepted' }, orderBy: { decidedAt: 'desc' }, take: 1, select: { decidedAt: true } },
  publication: { select: { content: true, filedVersion: { select: { number: true } } } },
  _count: { select: { publications: true } },
} as const satisfies Prisma.ReportSelect;

type ProposableColumns = Prisma.ReportGetPayload<{ select: typeof proposableSelect }>;

function publicationOf({ publication, filedVersions, _count }: ProposableColumns): ProposableReport['publication'] {
  if (!publication) return _count.publications > 0 ? 'withdrawn' : 'none';
  return publication.filedVersion.number < filedVersions ? 'outdated' : 'current';
}

function proposable(row: ProposableColumns): ProposableReport {
  const [filed] = row.versions.map(({ snapshot }) => snapshotSchema.parse(snapshot));
  const form = formOf(filed ?? {});
  const current = row.publication?.content ? publishedContentSchema.parse(row.publication.content) : null;
  const initialOf = ({ taskCode }: SnapshotEntry) =>
    current?.entries.find((entry) => entry.taskCode === taskCode)?.sections ?? (current ? [] : publicByDefault(form));
  return {
    ...namedReport(row),
    acceptedAt: row.reviews[0]?.decidedAt ?? null,
    form,
    entries: (filed?.entries ?? []).map((entry) => ({ ...entry, initial: initialOf(entry) })),
    publication: publicationOf(row),
  };
}

/** Gives the text of one report from which a proposal chooses; the caller has found the report within its scope. */
export async function getProposable(reportId: string): Promise<ProposableReport | null> {
  const row = await db.report.findUnique({ where: { id: reportId }, select: proposableSelect });
  return row && proposable(row);
}

const countedId = z.object({ id: z.string(), total: z.number() });

/**
 * Lists the accepted reports of which nothing is public or an earlier version is, and for which no proposal waits: the
 * newest periods first, no more than `most`, with their total.
 */
export async function listProposable(
  scope: ReportScope,
  most: number,
): Promise<{ reports: ProposableReport[]; total: number }> {
  const found = await rowsOf(countedId)`
    SELECT r.id, (count(*) OVER ())::int AS total
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
      LEFT JOIN "Publication" u ON u.id = r."publicationId" LEFT JOIN "FiledVersion" v ON v.id = u."filedVersionId"
    WHERE r.status = 'accepted' AND ${scopeCondition(scope)} AND (u.id IS NULL OR v.number < r."filedVersions")
      AND NOT EXISTS (SELECT FROM "PublicationProposal" q WHERE q."reportId" = r.id AND ${isWaiting})
    ORDER BY p.quarter DESC, a.position, r.id LIMIT ${most}`;
  const rows = await db.report.findMany({ where: { id: { in: found.map(({ id }) => id) } }, select: proposableSelect });
  const inOrder = found.flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
  return { reports: inOrder.map(proposable), total: found[0]?.total ?? 0 };
}

/** A proposal that waits for another account. */
export type WaitingProposal = NamedReport & {
  proposedAt: Date;
  proposedBy: { id: string; name: string };
  reason: string;
  content: PublishedContent;
  numbers: NumberDecision[];
  /** It replaces what is public now. */
  isCorrection: boolean;
  /** The first day on which it can have been checked. */
  acceptedOn: CivilDate | null;
};

const proposalInclude = {
  proposedBy: { select: { id: true, displayName: true } },
  report: { select: { ...reportSelect, publicationId: true } },
  filedVersion: {
    select: {
      reviews: { where: { outcome: 'accepted' }, orderBy: { decidedAt: 'desc' }, take: 1, select: { decidedAt: true } },
    },
  },
} as const satisfies Prisma.PublicationProposalInclude;

/** Lists the proposals that wait, the oldest first: all of them, or that of one report. */
export async function listWaiting(scope: ReportScope, reportId?: string): Promise<WaitingProposal[]> {
  const ofReport = reportId ? Prisma.sql`r.id = ${reportId}::uuid` : Prisma.sql`TRUE`;
  const waiting = await rowsOf(z.object({ id: z.string() }))`
    SELECT q.id FROM "PublicationProposal" q JOIN "Report" r ON r.id = q."reportId"
    WHERE ${isWaiting} AND ${ofReport} AND ${scopeCondition(scope)} ORDER BY q.id LIMIT 200`;
  const rows = await db.publicationProposal.findMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    include: proposalInclude,
  });
  return rows.map(({ report, proposedBy, filedVersion, ...row }) => {
    const acceptedAt = filedVersion.reviews[0]?.decidedAt;
    return {
      ...namedReport(report),
      proposedAt: row.proposedAt,
      proposedBy: { id: proposedBy.id, name: proposedBy.displayName },
      reason: row.reason,
      content: publishedContentSchema.parse(row.content),
      numbers: numberDecisionsSchema.parse(row.numbers),
      isCorrection: report.publicationId !== null,
      acceptedOn: acceptedAt ? civilDateOf(acceptedAt) : null,
    };
  });
}

/** Counts the proposals that wait for somebody else than an account. */
export async function countWaitingFor(scope: ReportScope, accountId: string): Promise<number> {
  const [row] = await rowsOf(z.object({ count: z.number() }))`
    SELECT count(*)::int AS count FROM "PublicationProposal" q JOIN "Report" r ON r.id = q."reportId"
    WHERE ${isWaiting} AND ${scopeCondition(scope)} AND q."proposedById" <> ${accountId}::uuid`;
  return row?.count ?? 0;
}

export type DeclinedProposal = { by: string; at: Date; note: string };

/** Gives the last proposal of a report if it was declined and nothing was published since, or null. */
export async function getDeclined(reportId: string): Promise<DeclinedProposal | null> {
  const last = await db.publicationProposal.findFirst({
    where: { reportId },
    orderBy: { id: 'desc' },
    select: { outcome: true, decidedAt: true, note: true, decidedBy: { select: { displayName: true } } },
  });
  if (last?.outcome !== 'declined' || !last.decidedAt) return null;
  return { by: last.decidedBy?.displayName ?? '', at: last.decidedAt, note: last.note };
}

export type PublicationRow = {
  number: number;
  kind: 'published' | 'corrected' | 'withdrawn';
  publishedAt: Date;
  publishedBy: string;
  /** The name of whoever proposed it; null when withdrawn, and from before there were proposals. */
  proposedBy: string | null;
  version: number;
  content: PublishedContent | null;
  reason: string;
  secrecyReviewer: string;
  secrecyReviewedOn: CivilDate | null;
  current: boolean;
};

const explanationSchema = z.object({ number: z.number(), reason: z.string() });

/** The reasons that were given after a withdrawal, by the number of the publication. */
async function explanationsOf(reportId: string): Promise<Map<number, string>> {
  const events = await db.event.findMany({
    where: { reportId, name: 'publication-withdrawal-explained' },
    select: { detail: true },
  });
  return new Map(
    events.map(({ detail }) => {
      const { number, reason } = explanationSchema.parse(detail);
      return [number, reason];
    }),
  );
}

/** Lists the publications and withdrawals of a report, the latest first. */
export async function listPublications(reportId: string, currentId: string | null): Promise<PublicationRow[]> {
  const [publications, explanations] = await Promise.all([
    db.publication.findMany({
      where: { reportId },
      orderBy: { number: 'desc' },
      include: {
        filedVersion: { select: { number: true } },
        publishedBy: { select: { displayName: true } },
        proposal: { select: { proposedBy: { select: { displayName: true } } } },
      },
    }),
    explanationsOf(reportId),
  ]);
  return publications.map((row) => ({
    number: row.number,
    kind: row.kind,
    publishedAt: row.publishedAt,
    publishedBy: row.publishedBy.displayName,
    proposedBy: row.proposal?.proposedBy.displayName ?? null,
    version: row.filedVersion.number,
    content: row.content === null ? null : publishedContentSchema.parse(row.content),
    reason: row.reason || (explanations.get(row.number) ?? ''),
    secrecyReviewer: row.secrecyReviewer,
    secrecyReviewedOn: row.secrecyReviewedOn && civilDateFromStored(row.secrecyReviewedOn),
    current: row.id === currentId,
  }));
}
