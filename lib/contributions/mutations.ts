import 'server-only';
import type { Result } from '@/lib/domain/refusal';
import type { ContributionOutcome } from '@/lib/domain/report/contributions';
import type { Section } from '@/lib/domain/report/entry';
import { type AskContext, LostRace, writeReport } from '@/lib/server/database/write-path';
import { randomId } from '@/lib/server/files/digest';

/** Offers the lead agency a text for one section of a task that the actor's agency supports. */
export function contribute(
  reportId: string,
  { taskId, section, text }: { taskId: string; section: Section; text: string },
  context: AskContext,
): Promise<Result<void>> {
  const { actor, now } = context;
  const contributionId = randomId();
  return writeReport(reportId, { ...context, version: null }, () => ({
    command: { name: 'contribute', taskId, section },
    detail: { taskId, section, contributionId },
    write: async (transaction) => {
      await transaction.contribution.create({
        data: {
          id: contributionId,
          reportId,
          taskId,
          section,
          text,
          // The domain rules admit only an agency's officers here.
          agencyId: actor.agencyId as string,
          writtenAt: now,
          writtenById: actor.accountId,
        },
        select: { id: true },
      });
    },
  }));
}

/** Withdraws an offer that the lead agency has not decided yet. */
export function withdrawContribution(
  reportId: string,
  contributionId: string,
  context: AskContext,
): Promise<Result<void>> {
  return writeReport(reportId, { ...context, version: null }, ({ state }) => ({
    command: { name: 'withdraw-contribution', contributionId },
    detail: { contributionId, taskId: state.contributions.find(({ id }) => id === contributionId)?.taskId ?? '' },
    write: async (transaction) => {
      const { count } = await transaction.contribution.deleteMany({
        where: { id: contributionId, reportId, outcome: null },
      });
      if (count !== 1) throw new LostRace();
    },
  }));
}

/** Decides an offer once, as taken or left out; the lead agency writes the text of its report itself. */
export function decideContribution(
  reportId: string,
  { contributionId, outcome }: { contributionId: string; outcome: ContributionOutcome },
  context: AskContext,
): Promise<Result<void>> {
  return writeReport(reportId, { ...context, version: null }, () => ({
    command: { name: 'decide-contribution', contributionId },
    detail: { contributionId, outcome },
    write: async (transaction) => {
      const { count } = await transaction.contribution.updateMany({
        where: { id: contributionId, reportId, outcome: null },
        data: { outcome, decidedAt: context.now, decidedById: context.actor.accountId },
      });
      if (count !== 1) throw new LostRace();
    },
  }));
}
