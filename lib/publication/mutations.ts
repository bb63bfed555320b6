import 'server-only';
import { type CivilDate, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { type Result, refused } from '@/lib/domain/refusal';
import { type EntryForm, sectionsOf } from '@/lib/domain/report/entry';
import { decideNumbers, publishedContent, type TaskChoice } from '@/lib/domain/review/publication';
import type { Transaction } from '@/lib/server/database/db';
import { jsonOf, snapshotSchema } from '@/lib/server/database/stored-json';
import {
  type AskContext,
  LostRace,
  type WriteContext,
  writeReport,
  writeReports,
} from '@/lib/server/database/write-path';

/** A report at the version on the screen. */
type SeenReport = { reportId: string; version: number };

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

/** The parts that are chosen of at least one task, in the order of the form. */
const chosenOf = (tasks: readonly TaskChoice[], form: EntryForm) =>
  sectionsOf(form).filter((part) => tasks.some(({ sections }) => sections.includes(part)));

export type ProposedReport = SeenReport & { tasks: readonly TaskChoice[]; reason: string };

/**
 * Proposes to publish the chosen sections of accepted reports, all of them or none. Nothing is public until another
 * account confirms. A new proposal replaces one that waits.
 */
export async function proposePublications(
  reports: readonly ProposedReport[],
  context: AskContext,
): Promise<Result<void>> {
  if (reports.length === 0) return refused({ code: 'no-report-chosen' });
  return writeReports(reports, context, (stored, { tasks, reason, version }) => {
    const sections = chosenOf(tasks, stored.state.form);
    return {
      command: { name: 'propose-publication', taskIds: tasks.map(({ taskId }) => taskId), sections, reason },
      detail: { kind: stored.publicationId ? 'corrected' : 'published', sections, reason },
      write: async (transaction) => {
        const filed = await latestVersion(transaction, stored.id);
        await transaction.publicationProposal.create({
          data: {
            reportId: stored.id,
            filedVersionId: filed.id,
            reportVersion: version + 1,
            content: jsonOf(publishedContent(filed.snapshot, tasks)),
            numbers: decideNumbers(filed.snapshot, tasks),
            reason,
            proposedAt: context.now,
            proposedById: context.actor.accountId,
          },
          select: { id: true },
        });
      },
    };
  });
}

type Outcome = { outcome: 'confirmed' | 'declined' | 'taken_back' | 'lapsed'; note?: string };

/** Gives a waiting proposal its outcome; whoever comes second finds it decided. */
async function decideProposal(
  transaction: Transaction,
  id: string | null,
  { actor, now }: AskContext,
  { outcome, note = '' }: Outcome,
): Promise<void> {
  const { count } = await transaction.publicationProposal.updateMany({
    where: { id: id ?? '', outcome: null },
    data: { outcome, note, decidedAt: now, decidedById: actor.accountId },
  });
  if (count !== 1) throw new LostRace();
}

/**
 * Confirms proposals after the check for secrets (保密审查) by the acting account, all of them or none: stores what was
 * proposed as the publication in force. It replaces an earlier one as a correction, which stays in the history.
 */
export async function publishReports(
  reports: readonly SeenReport[],
  secrecyReviewedOn: CivilDate,
  context: AskContext,
): Promise<Result<void>> {
  if (reports.length === 0) return refused({ code: 'no-report-chosen' });
  return writeReports(reports, context, ({ id: reportId, publicationId, proposalId }) => {
    const kind = publicationId ? 'corrected' : 'published';
    return {
      command: { name: 'publish', secrecyReviewedOn },
      detail: { kind, secrecyReviewedOn },
      write: async (transaction) => {
        await decideProposal(transaction, proposalId, context, { outcome: 'confirmed' });
        await storePublication(
          transaction,
          { reportId, proposalId: proposalId ?? '', kind, secrecyReviewedOn },
          context,
        );
      },
    };
  });
}

type Confirmed = {
  reportId: string;
  proposalId: string;
  kind: 'published' | 'corrected';
  secrecyReviewedOn: CivilDate;
};

async function storePublication(
  transaction: Transaction,
  { reportId, proposalId, kind, secrecyReviewedOn }: Confirmed,
  { actor, now }: AskContext,
): Promise<void> {
  const { content, ...proposal } = await transaction.publicationProposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { filedVersionId: true, content: true, reason: true },
  });
  const { id } = await transaction.publication.create({
    data: {
      reportId,
      proposalId,
      ...proposal,
      content: content ?? {},
      number: await nextNumber(transaction, reportId),
      kind,
      secrecyReviewer: actor.displayName,
      secrecyReviewedOn: storedDateOf(secrecyReviewedOn),
      publishedAt: now,
      publishedById: actor.accountId,
    },
    select: { id: true },
  });
  await transaction.report.update({ where: { id: reportId }, data: { publicationId: id }, select: { id: true } });
}

/** Declines proposals of another account with one reason, all of them or none. */
export async function declinePublications(
  reports: readonly SeenReport[],
  reason: string,
  context: AskContext,
): Promise<Result<void>> {
  if (reports.length === 0) return refused({ code: 'no-report-chosen' });
  return writeReports(reports, context, ({ proposalId }) => ({
    command: { name: 'decline-publication', reason },
    detail: { reason },
    write: (transaction) => decideProposal(transaction, proposalId, context, { outcome: 'declined', note: reason }),
  }));
}

/** Takes the actor's own proposal back before anybody has decided on it. */
export function takeBackPublication(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, ({ proposalId }) => ({
    command: { name: 'take-back-publication' },
    write: (transaction) => decideProposal(transaction, proposalId, context, { outcome: 'taken_back' }),
  }));
}

/**
 * Takes a publication off the public pages at once, in any status and whatever version the actor has seen; it stays in the
 * history. A proposal that waits lapses, so that nobody puts the same text back with a press on an open page.
 */
export function withdrawPublication(reportId: string, reason: string, context: AskContext): Promise<Result<void>> {
  return writeReport(reportId, { ...context, version: null }, ({ proposalId }) => ({
    command: { name: 'withdraw-publication' },
    report: { publicationId: null },
    detail: { reason },
    write: async (transaction) => {
      if (proposalId) await decideProposal(transaction, proposalId, context, { outcome: 'lapsed' });
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

/** Adds the reason for a withdrawal that was made without one; it stands in the event row, which names the publication. */
export function explainWithdrawal(reportId: string, reason: string, context: AskContext): Promise<Result<void>> {
  return writeReport(reportId, { ...context, version: null }, ({ publications }) => ({
    command: { name: 'explain-publication-withdrawal', reason },
    detail: { reason, number: publications },
  }));
}
