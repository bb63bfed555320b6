import type { ReportWithStatus } from '@/lib/filing/data';

export type DeadlineBasis = 'period' | 'extended' | 'returned';

/** Says from where the last day in force of a report comes: the period, an extension or a return. */
export function deadlineBasis({ dueOn, period, extended, returned }: ReportWithStatus): DeadlineBasis {
  if (dueOn === period.dueOn) return 'period';
  return dueOn === returned?.dueOn ? 'returned' : extended ? 'extended' : 'period';
}
