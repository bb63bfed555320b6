import 'server-only';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import type { PublishedContent } from '@/lib/domain/review/publication';
import { db } from '@/lib/server/database/db';
import { publishedContentSchema } from '@/lib/server/database/stored-json';
import type { Prisma } from '@/lib/server/generated/client';

export type PublishedReport = {
  periodCode: PeriodCode;
  agency: { code: string; name: string };
  /** The time of the publication in force; `isCorrected` where it replaces an earlier one. */
  publishedAt: Date;
  isCorrected: boolean;
  content: PublishedContent;
};

/**
 * The only access to public texts: the publications in force, each a copy of the chosen sections made at the time of
 * publication. No column of a report, an entry, a filed version or a review is read here.
 */
async function listPublished(where: Prisma.ReportWhereInput, take?: number): Promise<PublishedReport[]> {
  const reports = await db.report.findMany({
    where: { AND: [where, { publication: { kind: { not: 'withdrawn' } } }] },
    orderBy: [{ publication: { publishedAt: 'desc' } }, { agency: { position: 'asc' } }],
    take,
    select: {
      period: { select: { code: true } },
      agency: { select: { code: true, name: true } },
      publication: { select: { kind: true, publishedAt: true, content: true } },
    },
  });
  return reports.flatMap(({ period, agency, publication }) => {
    if (!publication?.content) return [];
    return {
      periodCode: periodCode(period.code),
      agency,
      publishedAt: publication.publishedAt,
      isCorrected: publication.kind === 'corrected',
      content: publishedContentSchema.parse(publication.content),
    };
  });
}

/** Lists the reports published last, newest first. */
export function listLatestPublished(count: number): Promise<PublishedReport[]> {
  return listPublished({}, count);
}

/** Lists the publications of a plan, newest first. */
export function listPublishedOfPlan(planCode: string): Promise<PublishedReport[]> {
  return listPublished({ period: { plan: { code: planCode } } });
}

/** Lists the publications of an agency under every plan, newest first. */
export function listPublishedOfAgency(agencyCode: string): Promise<PublishedReport[]> {
  return listPublished({ agency: { code: agencyCode } });
}

/** Lists the publications that may concern a task: those of its lead agency under its plan, newest first. */
export function listPublishedOfTask(taskCode: string): Promise<PublishedReport[]> {
  return listPublished({
    period: { plan: { tasks: { some: { code: taskCode } } } },
    agency: { tasks: { some: { code: taskCode } } },
  });
}
