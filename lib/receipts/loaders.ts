import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { ReportScope } from '@/lib/domain/authorization';
import { isBeforePeriodEnd } from '@/lib/domain/deadline/early-filing';
import { formOf } from '@/lib/domain/report/entry';
import { parseReceiptNumber } from '@/lib/domain/report/receipt-number';
import { isWithDivision } from '@/lib/domain/report/report';
import { availableCommands } from '@/lib/domain/report/report-lifecycle';
import type { ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { withdrawalEndOf, withdrawnVersion } from '@/lib/domain/report/withdrawal';
import { getFiledVersion } from '@/lib/filing/data';
import { routes } from '@/lib/routes';
import { portalNow } from '@/lib/server/clock';
import { answersNotFound } from '@/lib/server/process/answer-facts';
import { requestContext } from '@/lib/server/process/request-context';
import { requireDivision } from '@/lib/server/session/gates';
import { requireScope } from '@/lib/server/session/session';
import { listFiledVersions, lookUpReceipt, type ReceiptAnswer, receiptCheckAddress } from './data';

function versionNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}

/** A filed version for comparison, with the form with which it was filed. */
const versionOf = ({ number, snapshot }: { number: number; snapshot: ReportSnapshot }) => ({
  number,
  form: formOf(snapshot),
  entries: snapshot.entries,
});

/** Loads a filed version for comparison with a later one; null where there is none in the reader's scope. */
export async function loadEarlierVersion(reportId: string, number: number) {
  const { scope } = await requireScope();
  const filed = number >= 1 ? await getFiledVersion(scope, reportId, number) : null;
  return filed && versionOf(filed);
}

/**
 * Loads a filed version with its receipt and the version before it, for the agency and for accounts that read all
 * reports; not found for all others.
 */
export async function loadFiledVersion(reportId: string, number: string) {
  const { actor, scope } = await requireScope();
  const asked = versionNumber(number);
  const filed = asked === null ? null : await getFiledVersion(scope, reportId, asked);
  if (!filed) notFound();
  const { state, returnedVersion, ...report } = filed.report;
  const now = await portalNow();
  const commands = availableCommands(state, actor, now);
  return {
    ...filed,
    form: formOf(filed.snapshot),
    report: {
      ...report,
      status: state.status,
      isWithDivision: isWithDivision(state.status),
      withdrawn: withdrawnVersion({ status: state.status, filedVersions: report.filedVersions, returnedVersion }),
    },
    isEarly: isBeforePeriodEnd(filed.filedAt, filed.snapshot.quarter, state.dueOn),
    canWithdraw: commands.includes('withdraw'),
    withdrawalEnd: withdrawalEndOf(state, actor, now),
    earlier: await loadEarlierVersion(reportId, filed.number - 1),
    checkAddress: receiptCheckAddress(filed.receiptNumber),
  };
}

export type Compared = { from?: string | string[]; to?: string | string[] };

/** The two requested versions, by default the last two, with the earlier one first. */
function chosenVersions({ from, to }: Compared, latest: number): [number, number] {
  const read = (text: string | string[] | undefined, otherwise: number) =>
    text === undefined ? otherwise : versionNumber(String(text));
  const [one, other] = [read(from, Math.max(1, latest - 1)), read(to, latest)];
  if (one === null || other === null) notFound();
  return one <= other ? [one, other] : [other, one];
}

async function compare(scope: ReportScope | null, reportId: string, asked: Compared) {
  const report = await listFiledVersions(scope, reportId);
  if (!report || report.versions.length === 0) notFound();
  const numbers = chosenVersions(asked, report.versions.length);
  const [before, after] = await Promise.all(numbers.map((number) => getFiledVersion(scope, reportId, number)));
  if (!before || !after) notFound();
  return {
    report,
    before: versionOf(before),
    after: versionOf(after),
  };
}

/** Loads two filed versions of one report, for the agency and for accounts that read all reports. */
export async function loadComparison(reportId: string, asked: Compared) {
  const { scope } = await requireScope();
  return compare(scope, reportId, asked);
}

/** The same on the desk of the division. */
export async function loadReviewComparison(reportId: string, asked: Compared) {
  const { scope } = await requireDivision();
  return compare(scope, reportId, asked);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

/** Lets the page be answered with 429 and the time after which to ask again. */
function sayRetryLater(minutes: number): void {
  const context = requestContext();
  if (context) context.retryAfter = minutes * 60;
}

/**
 * Loads the answer about a receipt number in an address. An unknown number gets the status 404, and the page says itself
 * that there is no such receipt, because whoever holds a forged one may have no scripts.
 */
export async function loadReceiptCheck(segment: string): Promise<ReceiptAnswer> {
  const number = parseReceiptNumber(decoded(segment));
  const answer: ReceiptAnswer = number === null ? { kind: 'unknown' } : await lookUpReceipt(number);
  if (answer.kind === 'unknown') answersNotFound();
  if (answer.kind === 'limited') sayRetryLater(answer.minutes);
  return answer;
}

/** For the form's own address: redirects to the typed number, or reports that it cannot be one. */
export async function loadAskedReceipt({ number }: Record<string, string | string[] | undefined>) {
  const typed = String(number ?? '');
  const known = parseReceiptNumber(typed);
  if (known) redirect(routes.checkedReceipt(known));
  return { typed: typed.slice(0, 100), isInvalid: number !== undefined };
}
