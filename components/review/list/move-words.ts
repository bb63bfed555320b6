import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import type { Move } from './use-overview';

const told = [
  'report-started',
  'sign-off-requested',
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
  'report-published',
  'publication-withdrawn',
  'report-chased',
] as const;

const mostTold = 3;

function words(t: Translate, { name, agency, quarter }: Move): string {
  const known = told.find((one) => one === name) ?? 'other';
  return t(`reading.moves.${known}`, { agency, period: formatPeriod(quarter) });
}

/** Gives the latest changes in one sentence: the last three, and the number of the others. */
export function moveWords(t: Translate, moves: readonly Move[]): string {
  if (moves.length === 0) return '';
  const list = moves
    .slice(-mostTold)
    .map((move) => words(t, move))
    .join('；');
  const more = moves.length - mostTold;
  return more > 0 ? t('reading.movesAndMore', { list, count: more }) : t('reading.movesOnly', { list });
}
