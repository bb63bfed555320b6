import type { CivilDate } from '@/lib/domain/calendar/civil-date';

export type ClosingFacts = {
  period: { dueOn: CivilDate; closesAt: Date; provisional: boolean };
  extension: { dueOn: CivilDate; closesAt: Date } | null;
  returned: { dueOn: CivilDate; closesAt: Date } | null;
};

/**
 * Gives the deadline in force of one report: the latest of those of its period, its extension and its return. A
 * provisional deadline does not close the form, so its instant is null. A database trigger enforces the same rule.
 */
export function deadlineInForce({ period, extension, returned }: ClosingFacts): {
  dueOn: CivilDate;
  closesAt: Date | null;
} {
  const candidates = [period, extension, returned].filter((candidate) => candidate !== null);
  const latest = candidates.reduce((best, candidate) => (candidate.closesAt > best.closesAt ? candidate : best));
  return { dueOn: latest.dueOn, closesAt: period.provisional ? null : latest.closesAt };
}

/** The ways in which a plan lets its reports be filed after the closing instant. */
export const afterClosings = ['closed', 'late_filing_open'] as const;
export type AfterClosing = (typeof afterClosings)[number];

export type LateFilingFacts = {
  /** The rule of the report's plan. */
  afterClosing: AfterClosing;
  /** Opened for this report by the division. */
  lateFilingOpen: boolean;
};

/**
 * Says whether a report can be filed after its closing instant (补报): its plan lets every report be filed then, or the
 * division opened late filing for this one. It stays overdue until then, and a first filing counts as late. The same
 * database trigger enforces it, by the function `late_filing_open`.
 */
export function isLateFilingOpen({ afterClosing, lateFilingOpen }: LateFilingFacts): boolean {
  return lateFilingOpen || afterClosing === 'late_filing_open';
}

/** The reasons for which nothing is filed for a period any more: it was skipped, so that no report is owed, or closed by hand. */
export const filingEnds = ['skipped', 'closed'] as const;
export type FilingEnd = (typeof filingEnds)[number];
