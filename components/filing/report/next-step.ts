import type { ReportWithStatus } from '@/lib/filing/data';
import type { Translate } from '@/lib/text/translator';

/** Gives the next step for a report, and who has to take it, in one sentence. */
export function nextStepWords(t: Translate, report: ReportWithStatus): string {
  const { status, isOverdue, isLateFiling, commands, withdrawalEnd } = report;
  if (isLateFiling && status !== 'awaiting_sign_off') return t('filing.next.lateFiling');
  if (isOverdue && !isLateFiling) return t('filing.next.overdue');
  if (status === 'filed')
    return t(withdrawalEnd ? `filing.overview.withdrawalEnd.${withdrawalEnd}` : 'filing.next.filed');
  if (status === 'awaiting_sign_off') {
    return t(commands.includes('file') ? 'filing.next.yourSignOff' : 'filing.next.awaiting_sign_off');
  }
  return t(`filing.next.${status}`);
}
