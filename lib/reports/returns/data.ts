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
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: {
      period: { select: { plan: { select: { form: true, rhythm: true } } } },
      reviews: {
        where: { outcome: 'returned' },
        orderBy: { decidedAt: 'desc' },
        select: {
          decidedAt: true,
          reviewer: { select: { displayName: true } },
          filedVersion: { select: { number: true } },
          comments: { select: { taskId: true, section: true, text: true } },
        },
      },
    },
  });
  if (!report || report.reviews.length === 0) return [];
  const form = storedForm(report.period.plan);
  return report.reviews.flatMap(({ decidedAt, reviewer, filedVersion, comments }) =>
    decidedAt
      ? [{ version: filedVersion.number, decidedAt, by: reviewer.displayName, comments: bySection(comments, form) }]
      : [],
  );
}
