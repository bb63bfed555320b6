import 'server-only';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import { filedBeforeEnd } from '@/lib/domain/review/public-state';
import type { PublishedContent } from '@/lib/domain/review/publication';
import { db } from '@/lib/server/database/db';
import { publishedContentSchema } from '@/lib/server/database/stored-json';
import type { Prisma } from '@/lib/server/generated/client';

export type PublishedReport = {
  periodCode: PeriodCode;
  agency: { code: string; name: string };
  /** The time at which something of it became public, and that of the last correction since. */
  publishedAt: Date;
  correctedAt: Date | null;
  /** The day on which the published version was filed, if its period had not ended by then. */
  filedEarlyOn: CivilDate | null;
  content: PublishedContent;
};

const publishedSelect = {
  period: { select: { code: true } },
  agency: { select: { code: true, name: true } },
  publication: {
    select: { kind: true, publishedAt: true, content: true, filedVersion: { select: { filedAt: true } } },
  },
  publications: {
    where: { kind: 'published' },
    orderBy: { number: 'desc' },
    take: 1,
    select: { publishedAt: true },
  },
} as const satisfies Prisma.ReportSelect;

function publishedReport(row: Prisma.ReportGetPayload<{ select: typeof publishedSelect }>): PublishedReport[] {
  const { period, agency, publication, publications } = row;
  if (!publication?.content) return [];
  const code = periodCode(period.code);
  const content = publishedContentSchema.parse(publication.content);
  return [
    {
      periodCode: code,
      // Under the name that it had when it filed.
      agency: { ...agency, name: content.agency.name },
      publishedAt: publications[0]?.publishedAt ?? publication.publishedAt,
      correctedAt: publication.kind === 'corrected' ? publication.publishedAt : null,
      filedEarlyOn: filedBeforeEnd(code, publication.filedVersion.filedAt),
      content,
    },
  ];
}

/**
 * The only access to public texts: the publications in force, each a copy of the chosen sections made at the time of
 * publication. Of a report, an entry, a filed version or a review nothing is read here but the day of filing.
 */
async function listPublished(where: Prisma.ReportWhereInput, take?: number): Promise<PublishedReport[]> {
  const reports = await db.report.findMany({
    where: { AND: [where, { publication: { kind: { not: 'withdrawn' } } }] },
    orderBy: [{ publication: { publishedAt: 'desc' } }, { agency: { position: 'asc' } }],
    take,
    select: publishedSelect,
  });
  return reports.flatMap(publishedReport);
}

/** Lists the reports published last, newest first. */
export function listLatestPublished(count: number): Promise<PublishedReport[]> {
  return listPublished({}, count);
}

/** The reports of a plan, or of some agencies under it. */
const ofPlan = (planCode: string, agencyCodes?: readonly string[]): Prisma.ReportWhereInput => ({
  period: { plan: { code: planCode } },
  ...(agencyCodes && { agency: { code: { in: [...new Set(agencyCodes)] } } }),
});

/** Lists the publications of a plan, or of some agencies under it, newest first. */
export function listPublishedOfPlan(planCode: string, agencyCodes?: readonly string[]): Promise<PublishedReport[]> {
  return listPublished(ofPlan(planCode, agencyCodes));
}

/** Lists the publications of an agency under every plan, newest first. */
export function listPublishedOfAgency(agencyCode: string): Promise<PublishedReport[]> {
  return listPublished({ agency: { code: agencyCode } });
}

/** Lists the publications that may concern a task: those of its lead agencies under its plan, newest first. */
export function listPublishedOfTask(taskCode: string): Promise<PublishedReport[]> {
  return listPublished({
    period: { plan: { tasks: { some: { code: taskCode } } } },
    agency: { leads: { some: { task: { code: taskCode } } } },
  });
}

/** A report of which something was public once and nothing is now, with the tasks that were. */
export type WithdrawnReport = {
  periodCode: PeriodCode;
  agencyCode: string;
  publishedAt: Date;
  withdrawnAt: Date;
  taskCodes: string[];
};

/** Lists the reports of a plan, or of some agencies under it, whose publication is withdrawn. */
export async function listWithdrawnOfPlan(
  planCode: string,
  agencyCodes?: readonly string[],
): Promise<WithdrawnReport[]> {
  const rows = await db.report.findMany({
    where: { ...ofPlan(planCode, agencyCodes), publicationId: null, publications: { some: {} } },
    select: {
      period: { select: { code: true } },
      agency: { select: { code: true } },
      publications: { orderBy: { number: 'desc' }, select: { kind: true, publishedAt: true, content: true } },
    },
  });
  return rows.flatMap(({ period, agency, publications }) => {
    const [withdrawn, last] = publications;
    const first = publications.find(({ kind }) => kind === 'published');
    if (withdrawn?.kind !== 'withdrawn' || !last?.content || !first) return [];
    const { entries } = publishedContentSchema.parse(last.content);
    return {
      periodCode: periodCode(period.code),
      agencyCode: agency.code,
      publishedAt: first.publishedAt,
      withdrawnAt: withdrawn.publishedAt,
      taskCodes: entries.map(({ taskCode }) => taskCode),
    };
  });
}
