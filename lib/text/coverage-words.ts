import { numberWithinYear } from '@/lib/domain/calendar/period';
import type { Coverage } from '@/lib/domain/review/documents';
import { formatPeriod, formatPeriodWithinYear } from './format';
import type { Translate } from './translator';

/**
 * Gives the periods that a document covers in words: 2020年第一季度; of a year 2020年度, or as long as one of its periods is
 * not due 2020年上半年, 2020年前三季度, 2020年各季度.
 */
export function coverageWords(t: Translate, { year, codes, isWholeYear }: Coverage): string {
  const [first] = codes;
  if (isWholeYear) return t('documents.coverage.year', { year: String(year) });
  if (codes.length === 1 && first) return formatPeriod(first);
  const isFromStart = codes.every((code, index) => numberWithinYear(code) === index + 1);
  const fromStart = isFromStart && ({ 2: 'half', 3: 'threeQuarters', 4: 'quarters' } as const)[codes.length];
  if (fromStart) return t(`documents.coverage.${fromStart}`, { year: String(year) });
  const periods = codes.map(formatPeriodWithinYear).join(t('documents.coverage.and'));
  return t('documents.coverage.periods', { year: String(year), periods });
}
