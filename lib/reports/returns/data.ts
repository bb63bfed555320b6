import 'server-only';
import { bySection, type Section } from '@/lib/domain/report/entry';
import { db } from '@/lib/server/database/db';
import { storedForm } from '@/lib/server/database/stored-json';

/** A return of a report (退回修改) with the division's opinions on the version that it concerns. */
export type ReturnedReview = {
  version: number;
  decidedAt: Date;
  by: string;
  comments: { taskId: string; section: Section | null; text: string }[];
};

/** Lists the returns of a report that the reader may read, the latest first. They stay whatever is filed later. */
export async function listReturns(reportId: string): Promise<ReturnedReview[]> {
  const reviews = await db.review.findMany({
    where: { reportId, outcome: 'returned' },
    orderBy: { decidedAt: 'desc' },
    select: {
      decidedAt: true,
      reviewer: { select: { displayName: true } },
      filedVersion: { select: { number: true } },
      comments: { select: { taskId: true, section: true, text: true } },
      report: { select: { period: { select: { plan: { select: { form: true, rhythm: true } } } } } },
    },
  });
  return reviews.flatMap(({ decidedAt, reviewer, filedVersion, comments, report }) => {
    if (!decidedAt) return [];
    const inOrder = bySection(comments, storedForm(report.period.plan));
    return [{ version: filedVersion.number, decidedAt, by: reviewer.displayName, comments: inOrder }];
  });
}
