import 'server-only';
import { type CivilDate, storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { Result } from '@/lib/domain/refusal';
import type { PublicPart } from '@/lib/domain/report/entry';
import { publishedContent } from '@/lib/domain/review/publication';
import type { Transaction } from '@/lib/server/database/db';
import { snapshotSchema } from '@/lib/server/database/stored-json';
import { type WriteContext, writeReport } from '@/lib/server/database/write-path';

export type SecrecyReview = { secrecyReviewer: string; secrecyReviewedOn: CivilDate };

async function latestVersion(transaction: Transaction, reportId: string) {
  const version = await transaction.filedVersion.findFirstOrThrow({
    where: { reportId },
    orderBy: { number: 'desc' },
    select: { id: true, snapshot: true },
  });
  return { id: version.id, snapshot: snapshotSchema.parse(version.snapshot) };
}

async function nextNumber(transaction: Transaction, reportId: string): Promise<number> {
  return (await transaction.publication.count({ where: { reportId } })) + 1;
}

/**
 * Publishes a copy of the chosen sections of the accepted version. It replaces a publication in force as a correction;
 * the earlier text stays in the history.
 */
export function publishReport(
  reportId: string,
  chosen: { sections: PublicPart[] } & SecrecyReview,
  context: WriteContext,
): Promise<Result<void>> {
  return writeReport(reportId, context, (stored) => {
    const kind = stored.publicationId ? 'corrected' : 'published';
    return {
      command: { name: 'publish', ...chosen },
      detail: { kind, ...chosen },
      write: async (transaction) => {
        const version = await latestVersion(transaction, reportId);
        const { id } = await transaction.publication.create({
          data: {
            reportId,
            filedVersionId: version.id,
            number: await nextNumber(transaction, reportId),
            kind,
            content: publishedContent(version.snapshot, chosen.sections),
            secrecyReviewer: chosen.secrecyReviewer,
            secrecyReviewedOn: storedDateOf(chosen.secrecyReviewedOn),
            publishedAt: context.now,
            publishedById: context.actor.accountId,
          },
          select: { id: true },
        });
        await transaction.report.update({ where: { id: reportId }, data: { publicationId: id }, select: { id: true } });
      },
    };
  });
}

/** Removes a publication from the public pages; it stays in the history. */
export function withdrawPublication(reportId: string, reason: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, () => ({
    command: { name: 'withdraw-publication', reason },
    report: { publicationId: null },
    detail: { reason },
    write: async (transaction) => {
      await transaction.publication.create({
        data: {
          reportId,
          filedVersionId: (await latestVersion(transaction, reportId)).id,
          number: await nextNumber(transaction, reportId),
          kind: 'withdrawn',
          reason,
          publishedAt: context.now,
          publishedById: context.actor.accountId,
        },
        select: { id: true },
      });
    },
  }));
}
