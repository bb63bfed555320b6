import type { ReportStatus } from '@/lib/domain/report/report';

/** The reports of one period in one status. */
export type ReportGroup = {
  periodId: string;
  periodCode: string;
  opensAt: Date;
  closesAt: Date;
  provisional: boolean;
  status: ReportStatus;
  total: number;
};

/** Numbered from 1. */
export type Page = { number: number; size: number };

/** 0 waits for the division, 1 is late, 2 is being corrected, 3 is being written, 4 is done, 5 has not begun. */
function urgencyOf({ status, opensAt, closesAt, provisional }: ReportGroup, now: Date): number {
  if (status === 'filed') return 0;
  if (status === 'returned') return 2;
  if (status === 'accepted') return 4;
  if (now < opensAt) return 5;
  return !provisional && now >= closesAt ? 1 : 3;
}

/** Orders groups by the need for action, older periods first. */
export function groupsByUrgency(groups: readonly ReportGroup[], now: Date): ReportGroup[] {
  return groups.toSorted(
    (a, b) =>
      urgencyOf(a, now) - urgencyOf(b, now) ||
      (a.periodCode === b.periodCode ? 0 : a.periodCode < b.periodCode ? -1 : 1) ||
      (a.status < b.status ? -1 : 1),
  );
}

/** Gives the rows of each group that make up a range of the list, counted from 0. */
export function rangeOf(groups: readonly ReportGroup[], { from, size }: { from: number; size: number }) {
  let before = 0;
  return groups.flatMap((group) => {
    const skip = Math.max(0, from - before);
    const take = Math.min(group.total - skip, from + size - before - skip);
    before += group.total;
    return take > 0 ? [{ group, skip, take }] : [];
  });
}
