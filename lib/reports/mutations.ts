import 'server-only';
import type { EntryContent } from '@/lib/domain/completeness';
import { closingInstant } from '@/lib/domain/deadline';
import type { Result } from '@/lib/domain/refusal';
import { canonicalForm, type ReportSnapshot } from '@/lib/domain/report-snapshot';
import { timelinessOf } from '@/lib/domain/timeliness';
import { holdSignOff } from '@/lib/officers/sign-off-data';
import { randomReadable, sm3 } from '@/lib/server/digest';
import type { StoredReport } from '@/lib/server/stored-report';
import { LostRace, type WriteContext, writeReport } from '@/lib/server/write-path';

/** Starts a report: one entry for each task that the agency leads. */
export function startReport(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, ({ state, plan }) => ({
    command: { name: 'start' },
    write: async (transaction) => {
      const tasks = await transaction.task.findMany({
        where: { leadAgencyId: state.agencyId, plan: { code: plan.code } },
        select: { id: true },
      });
      await transaction.entry.createMany({ data: tasks.map((task) => ({ reportId, taskId: task.id })) });
    },
  }));
}

export type EntryInput = EntryContent & { taskId: string };

function isChanged(stored: StoredReport, entry: EntryInput): boolean {
  const before = stored.entries.find((candidate) => candidate.taskId === entry.taskId);
  return !before || (Object.keys(entry) as (keyof EntryInput)[]).some((field) => before[field] !== entry[field]);
}

/** Saves what was typed; the deadline does not matter, so that nothing typed is lost. */
export function saveReport(reportId: string, entries: EntryInput[], context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, (stored) => {
    const changed = entries.filter((entry) => isChanged(stored, entry));
    return {
      command: { name: 'save', taskIds: entries.map((entry) => entry.taskId) },
      detail: { taskIds: changed.map((entry) => entry.taskId) },
      write: async (transaction) => {
        for (const { taskId, ...content } of changed) {
          await transaction.entry.updateMany({ where: { reportId, taskId }, data: content });
        }
      },
    };
  });
}

export function requestSignOff(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, ({ state }) => ({
    command: { name: 'request-sign-off' },
    write: (transaction) => holdSignOff(transaction, state.agencyId),
  }));
}

export function sendBack(reportId: string, reason: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, () => ({ command: { name: 'send-back', reason }, detail: { reason } }));
}

/** Takes a filed report back; what was filed stays on record. */
export function withdrawReport(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, () => ({ command: { name: 'withdraw' } }));
}

function snapshotOf(stored: StoredReport): ReportSnapshot {
  return {
    plan: { code: stored.plan.code, title: stored.plan.title },
    agency: stored.agency,
    quarter: stored.period.quarter,
    version: stored.filedVersions + 1,
    entries: stored.entries,
  };
}

/** Lateness is decided at the first filing; later versions carry what the first one got. */
function timelinessNow(stored: StoredReport, now: Date) {
  const [latest] = stored.timelyExtensions.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1));
  const extension = latest && {
    closesAt: closingInstant(latest.dueOn, stored.plan.deadlineRule),
    decidedAt: latest.decidedAt,
  };
  return stored.timeliness ?? timelinessOf(now, stored.period, extension ?? null);
}

export type Receipt = { receiptNumber: string; version: number };

/** Files a report: a new immutable version with its digest and its receipt. The database has the last word on the time. */
export function fileReport(reportId: string, context: WriteContext): Promise<Result<Receipt>> {
  return writeReport(reportId, context, (stored) => {
    const snapshot = snapshotOf(stored);
    const digest = sm3(canonicalForm(snapshot));
    const timeliness = timelinessNow(stored, context.now);
    const receiptNumber = `${snapshot.quarter}-${snapshot.agency.code}-${snapshot.version}-${randomReadable(10)}`;
    return {
      command: { name: 'file' },
      report: { filedVersions: snapshot.version, timeliness, reviewBegunAt: null },
      detail: { version: snapshot.version, receiptNumber, digest, timeliness },
      write: async (transaction) => {
        const { filedAt } = await transaction.filedVersion.create({
          data: {
            reportId,
            number: snapshot.version,
            snapshot,
            digest,
            receiptNumber,
            filedById: context.actor.accountId,
            timeliness,
          },
          select: { filedAt: true },
        });
        // The database's time is the one on the receipt: a lateness that the closing instant has overtaken is not kept.
        if (timelinessNow(stored, filedAt) !== timeliness) throw new LostRace();
        return { receiptNumber, version: snapshot.version };
      },
    };
  });
}
