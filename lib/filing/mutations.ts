import 'server-only';
import { holdSignOff } from '@/lib/accounts/officers/sign-off/data';
import { closingInstant } from '@/lib/domain/deadline/deadline';
import { timelinessOf } from '@/lib/domain/deadline/timeliness';
import { accepted, type Result } from '@/lib/domain/refusal';
import { contentIn, isOwnForm } from '@/lib/domain/report/entry';
import {
  type FieldChange,
  type FieldConflict,
  type FieldSave,
  type FieldSaves,
  sortChanges,
} from '@/lib/domain/report/field-save';
import { canonicalForm, type ReportSnapshot, snapshotEntry } from '@/lib/domain/report/report-snapshot';
import { hasCountedFiling } from '@/lib/domain/report/withdrawal';
import { db, type Transaction } from '@/lib/server/database/db';
import { takeInTasks } from '@/lib/server/database/report-entries';
import { jsonOf } from '@/lib/server/database/stored-json';
import type { StoredEntry, StoredReport } from '@/lib/server/database/stored-report';
import { type AskContext, LostRace, type WriteContext, writeReport } from '@/lib/server/database/write-path';
import { randomReadable, sm3 } from '@/lib/server/files/digest';
import type { FieldSaved } from './data';

/** Starts a report: creates one entry for each task that the agency owes in its period. */
export function startReport(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, () => ({
    command: { name: 'start' },
    write: (transaction) => takeInTasks(transaction, [reportId]),
  }));
}

export type SavedReport = { saved: FieldSaved[]; conflicts: FieldConflict[] };

/** Writes the changed fields of one entry, each with its new version. */
async function storeEntry(
  transaction: Transaction,
  { id: reportId, state: { form } }: StoredReport,
  entry: StoredEntry,
  changes: FieldChange[],
  save: Omit<FieldSave, 'version'>,
): Promise<void> {
  const fieldSaves: FieldSaves = { ...entry.fieldSaves };
  for (const { field, version } of changes) fieldSaves[field] = { ...save, version };
  const changed = Object.fromEntries(changes.map(({ field, content }) => [field, content]));
  await transaction.entry.update({
    where: { reportId_taskId: { reportId, taskId: entry.taskId } },
    data: { content: { ...contentIn(entry, form), ...changed }, fieldSaves },
    select: { id: true },
  });
}

/**
 * Saves typed text field by field; also after the deadline, so that nothing typed is lost. A field that somebody else
 * has saved meanwhile is not changed and is returned as a conflict; the others are stored nevertheless. `tabId` names the
 * window in which the text was typed.
 */
export function saveReport(
  reportId: string,
  changes: FieldChange[],
  context: AskContext,
  tabId?: string,
): Promise<Result<SavedReport>> {
  const { accountId, displayName: by } = context.actor;
  const save = { by, at: context.now.toISOString(), accountId, tabId };
  return writeReport<SavedReport>(reportId, { ...context, version: null }, (stored) => {
    const { toStore, unchanged, conflicts } = sortChanges(stored.entries, changes, stored.state.form);
    const saved = [...toStore, ...unchanged].map(({ taskId, field, version }) => ({
      taskId,
      field,
      version,
      at: save.at,
    }));
    return {
      command: { name: 'save', taskIds: changes.map(({ taskId }) => taskId) },
      report: { contentVersion: { increment: 1 } },
      detail: { fields: toStore.map(({ taskId, field, version }) => ({ taskId, field, version })) },
      nothingToWrite: toStore.length === 0 ? { answer: { saved, conflicts } } : undefined,
      write: async (transaction) => {
        for (const entry of stored.entries) {
          const ofEntry = toStore.filter(({ taskId }) => taskId === entry.taskId);
          if (ofEntry.length > 0) await storeEntry(transaction, stored, entry, ofEntry, save);
        }
        return { saved, conflicts };
      },
    };
  });
}

/** The versions that were on the screen when filing or requesting sign-off: the report's, and that of its text. */
export type FilingContext = AskContext & { version: number; contentVersion: number };

/** Submits the text that was read to the agency's approver. */
export function requestSignOff(reportId: string, context: FilingContext): Promise<Result<void>> {
  return writeReport(reportId, context, ({ state }) => ({
    command: { name: 'request-sign-off' },
    content: context.contentVersion,
    write: (transaction) => holdSignOff(transaction, state.agencyId),
  }));
}

/** Takes a report back from the approver before a decision; the request with its time stays on record. */
export function takeBackSignOff(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, () => ({ command: { name: 'take-back-sign-off' } }));
}

/** Sends a report back to the reporter with the approver's reason. */
export function sendBack(reportId: string, reason: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, () => ({ command: { name: 'send-back', reason }, detail: { reason } }));
}

/**
 * Withdraws a filed report; the filed version stays on record. Where it was the only one, nothing was filed, so the
 * next filing decides whether the report is on time.
 */
export function withdrawReport(reportId: string, context: WriteContext): Promise<Result<void>> {
  return writeReport(reportId, context, ({ filedVersions, returnedVersion, timeliness }) => {
    const isCounted = hasCountedFiling({ status: 'draft', filedVersions, returnedVersion });
    return {
      command: { name: 'withdraw' },
      report: { timeliness: isCounted ? timeliness : null },
      detail: { version: filedVersions },
    };
  });
}

function snapshotOf(stored: StoredReport): ReportSnapshot {
  const { form } = stored.state;
  return {
    plan: { code: stored.plan.code, title: stored.plan.title },
    agency: stored.agency,
    quarter: stored.period.code,
    version: stored.filedVersions + 1,
    ...(isOwnForm(form) && { form }),
    entries: stored.entries.map(({ fieldSaves: _, ...entry }) => snapshotEntry(entry)),
  };
}

/** Timeliness is decided at the first filing that was not withdrawn; later versions take it over. */
function timelinessNow(stored: StoredReport, now: Date) {
  const [latest] = stored.timelyExtensions.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1));
  const extension = latest && {
    closesAt: closingInstant(latest.dueOn, stored.plan.deadlineRule),
    decidedAt: latest.decidedAt,
  };
  return stored.timeliness ?? timelinessOf(now, stored.period, extension ?? null);
}

export type Receipt = { receiptNumber: string; version: number };

/** The receipt that the same submission got before, in case its answer was lost or it was sent twice. */
async function receiptOfSubmission(
  reportId: string,
  { version, contentVersion }: FilingContext,
): Promise<Receipt | null> {
  const filed = await db.filedVersion.findUnique({
    where: { reportId_filedFromVersion: { reportId, filedFromVersion: version }, filedFromContent: contentVersion },
    select: { number: true, receiptNumber: true },
  });
  return filed && { receiptNumber: filed.receiptNumber, version: filed.number };
}

/**
 * Files the text that was read: stores a new immutable version with its digest and its receipt. The database's clock
 * decides about the deadline. The same submission, sent twice or from two windows with the same state, gives one
 * version and the same receipt.
 */
export async function fileReport(reportId: string, context: FilingContext): Promise<Result<Receipt>> {
  const result = await fileOnce(reportId, context);
  if (result.ok || !['stale', 'wrong-status'].includes(result.refusal.code)) return result;
  const earlier = await receiptOfSubmission(reportId, context);
  return earlier ? accepted(earlier) : result;
}

function fileOnce(reportId: string, context: FilingContext): Promise<Result<Receipt>> {
  return writeReport(reportId, context, (stored) => {
    const snapshot = snapshotOf(stored);
    const digest = sm3(canonicalForm(snapshot));
    const timeliness = timelinessNow(stored, context.now);
    const receiptNumber = `${snapshot.quarter}-${snapshot.agency.code}-${snapshot.version}-${randomReadable(10)}`;
    return {
      command: { name: 'file' },
      content: context.contentVersion,
      report: { filedVersions: snapshot.version, timeliness, reviewBegunAt: null },
      detail: { version: snapshot.version, receiptNumber, digest, timeliness },
      write: async (transaction) => {
        const { filedAt } = await transaction.filedVersion.create({
          data: {
            reportId,
            number: snapshot.version,
            snapshot: jsonOf(snapshot),
            digest,
            receiptNumber,
            filedById: context.actor.accountId,
            timeliness,
            filedFromVersion: context.version,
            filedFromContent: context.contentVersion,
          },
          select: { filedAt: true },
        });
        // The receipt shows the database's time; if the closing instant has passed meanwhile, the timeliness is wrong
        // and nothing is stored.
        if (timelinessNow(stored, filedAt) !== timeliness) throw new LostRace();
        return { receiptNumber, version: snapshot.version };
      },
    };
  });
}
