import 'server-only';
import { type Quarter, quarter } from '@/lib/domain/calendar/quarter';
import type { PublishedContent } from '@/lib/domain/review/publication';
import { db } from '@/lib/server/database/db';
import type { Prisma } from '@/lib/server/generated/client';

export type PublishedReport = {
  quarter: Quarter;
  agency: { code: string; name: string };
  /** When the text that is public now went out; `isCorrected` when it stands in place of an earlier one. */
  publishedAt: Date;
  isCorrected: boolean;
  content: PublishedContent;
};

/**
 * What the public may read, and the only way to it: the publications in force, each a copy of the chosen sections that
 * was made when it went out. No column of a report, an entry, a filed version or a review is read here.
 */
async function listPublished(where: Prisma.ReportWhereInput, take?: number): Promise<PublishedReport[]> {
  const reports = await db.report.findMany({
    where: { AND: [where, { publication: { kind: { not: 'withdrawn' } } }] },
    orderBy: [{ publication: { publishedAt: 'desc' } }, { agency: { position: 'asc' } }],
    take,
    select: {
      period: { select: { quarter: true } },
      agency: { select: { code: true, name: true } },
      publication: { select: { kind: true, publishedAt: true, content: true } },
    },
  });
  return reports.flatMap(({ period, agency, publication }) => {
    if (!publication?.content) return [];
    return {
      quarter: quarter(period.quarter),
      agency,
      publishedAt: publication.publishedAt,
      isCorrected: publication.kind === 'corrected',
      content: publication.content as PublishedContent,
    };
  });
}

/** The reports that went out last, newest first. */
export function listLatestPublished(count: number): Promise<PublishedReport[]> {
  return listPublished({}, count);
}

/** What has been published of a plan, newest first. */
export function listPublishedOfPlan(planCode: string): Promise<PublishedReport[]> {
  return listPublished({ period: { plan: { code: planCode } } });
}

/** What has been published of an agency's reports under every plan, newest first. */
export function listPublishedOfAgency(agencyCode: string): Promise<PublishedReport[]> {
  return listPublished({ agency: { code: agencyCode } });
}

/** The published reports that may speak of a task: its lead agency's under its plan, newest first. */
export function listPublishedOfTask(taskCode: string): Promise<PublishedReport[]> {
  return listPublished({
    period: { plan: { tasks: { some: { code: taskCode } } } },
    agency: { tasks: { some: { code: taskCode } } },
  });
}
