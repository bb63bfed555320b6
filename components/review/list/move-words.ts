import { planPeriodWords } from '@/lib/text/plan-period-words';
import type { Translate } from '@/lib/text/translator';
import type { Move } from './use-overview';

const namedMoves = [
  'report-started',
  'sign-off-requested',
  'sign-off-taken-back',
  'report-sent-back',
  'report-filed',
  'report-withdrawn',
  'review-begun',
  'report-accepted',
  'report-returned',
  'report-reopened',
  'extension-requested',
  'extension-decided',
  'extension-granted',
  'extension-taken-back',
  'report-deadline-moved',
  'report-skipped',
  'report-filing-stopped',
  'report-filing-resumed',
  'report-opening-moved',
  'late-filing-opened',
  'late-filing-closed',
  'publication-proposed',
  'report-published',
  'publication-declined',
  'publication-taken-back',
  'publication-withdrawn',
  'report-chased',
] as const;

const mostNamed = 3;

function words(t: Translate, { name, agency, quarter: periodCode, ...plan }: Move): string {
  const known = namedMoves.find((one) => one === name) ?? 'other';
  return t(`review.updates.moves.${known}`, { agency, period: planPeriodWords(t, { periodCode, ...plan }) });
}

/** Gives the latest changes in one sentence: the last three, and the number of the others. */
export function moveWords(t: Translate, moves: readonly Move[]): string {
  if (moves.length === 0) return '';
  const list = moves
    .slice(-mostNamed)
    .map((move) => words(t, move))
    .join('；');
  const more = moves.length - mostNamed;
  return more > 0 ? t('review.updates.movesAndMore', { list, count: more }) : t('review.updates.movesOnly', { list });
}
