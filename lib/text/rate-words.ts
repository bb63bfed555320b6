import { dueIn, type FilingCounts, onTimeRate } from '@/lib/domain/review/filing-rate';
import { formatRate } from './format';
import type { Translate } from './translator';

/** Gives the on-time rate in words: 81.3%, 尚未截止 while every period counted is open, — where nothing was due. */
export function rateWords(t: Translate, counts: FilingCounts): string {
  const rate = onTimeRate(counts);
  if (rate !== null) return formatRate(rate);
  return t(dueIn(counts) > 0 ? 'statistics.notDue' : 'statistics.noRate');
}
