import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { isWithDivision } from '@/lib/domain/report/report';
import type { ReportWithStatus } from '@/lib/filing/data';
import type { Translate } from '@/lib/text/translator';

export type DeadlineBasis = 'period' | 'extended' | 'returned';

/** Says from where the last day in force of a report comes: the period, an extension or a return. */
export function deadlineBasis({ dueOn, period, extended, returned }: ReportWithStatus): DeadlineBasis {
  if (dueOn === period.dueOn) return 'period';
  return dueOn === returned?.dueOn ? 'returned' : extended ? 'extended' : 'period';
}

/** Gives the time left in words; null where the agency has nothing left to do. */
export function timeLeftWords(t: Translate, report: ReportWithStatus): string | null {
  if (isWithDivision(report.status)) return null;
  if (report.isOverdue) return t('filing.time.closed');
  const today = civilDateOf(report.now);
  if (report.dueOn < today) return t('filing.time.provisionalPassed');
  if (report.dueOn === today) return t('filing.time.today', { cutoff: report.period.rule.cutoff });
  return t('filing.time.left', { days: report.workingDaysLeft });
}
