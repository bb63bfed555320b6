import 'server-only';
import type { Result } from '@/lib/domain/refusal';
import type { Section } from '@/lib/domain/report/entry';
import type { RemarkAudience } from '@/lib/domain/review/remarks';
import { type AskContext, LostRace, writeReport } from '@/lib/server/database/write-path';

export type NewRemark = { taskId: string; section: Section | null; audience: RemarkAudience; text: string };

/** Writes a remark on the latest filed version of a report; it leaves the report's version unchanged. */
export function remark(reportId: string, given: NewRemark, context: AskContext): Promise<Result<void>> {
  const { taskId, section, audience } = given;
  return writeReport(reportId, { ...context, version: null }, (stored) => ({
    command: { name: 'remark', taskId, section },
    detail: { taskId, section, audience, version: stored.filedVersions },
    write: async (transaction) => {
      const { id: filedVersionId } = await transaction.filedVersion.findUniqueOrThrow({
        where: { reportId_number: { reportId, number: stored.filedVersions } },
        select: { id: true },
      });
      await transaction.remark.create({
        data: { ...given, reportId, filedVersionId, writtenAt: context.now, writtenById: context.actor.accountId },
        select: { id: true },
      });
    },
  }));
}

/** Withdraws a remark; the events keep that it existed and who withdrew it. */
export function withdrawRemark(reportId: string, remarkId: string, context: AskContext): Promise<Result<void>> {
  return writeReport(reportId, { ...context, version: null }, () => ({
    command: { name: 'withdraw-remark', remarkId },
    detail: { remarkId },
    write: async (transaction) => {
      const { count } = await transaction.remark.updateMany({
        where: { id: remarkId, reportId, withdrawnAt: null },
        data: { withdrawnAt: context.now },
      });
      if (count !== 1) throw new LostRace();
    },
  }));
}
