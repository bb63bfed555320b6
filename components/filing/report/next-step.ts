import type { StandingReport } from '@/components/reports/report-facts';
import { t } from '@/lib/text/translator';

/** What comes next for a report, and from whom: one sentence. */
export function nextStepWords({ status, isOverdue, commands, withdrawalEnd }: StandingReport): string {
  if (isOverdue) return t('filing.next.overdue');
  if (status === 'filed') return t(withdrawalEnd ? `standing.withdrawalEnd.${withdrawalEnd}` : 'filing.next.filed');
  if (status === 'awaiting_sign_off') {
    return t(commands.includes('file') ? 'filing.next.yourSignOff' : 'filing.next.awaiting_sign_off');
  }
  return t(`filing.next.${status}`);
}
