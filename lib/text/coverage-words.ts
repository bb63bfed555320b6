import { numberWithinYear, type PeriodCode, rhythmOf } from '@/lib/domain/calendar/period';
import type { Coverage } from '@/lib/domain/review/documents';
import { chineseNumber } from './chinese-number';
import { formatPeriod, formatPeriodWithinYear } from './format';
import { rhythmWords } from './rhythm-words';
import type { Translate } from './translator';

/** 2020年上半年, 2020年前三季度, 2020年各季度, 2026年前五个月: several periods of a year, beginning with its first. */
function fromStart(t: Translate, year: string, codes: readonly [PeriodCode, ...PeriodCode[]]): string {
  const rhythm = rhythmOf(codes[0]);
  const { length } = codes;
  const count = chineseNumber(length);
  const isHalf = (rhythm === 'quarterly' && length === 2) || (rhythm === 'monthly' && length === 6);
  if (isHalf) return t('documents.coverage.half', { year });
  if (rhythm === 'quarterly' && length < 4) return t('documents.coverage.quarters', { year, count });
  if (rhythm === 'monthly' && length < 12) return t('documents.coverage.months', { year, count });
  return t('documents.coverage.all', { ...rhythmWords(t, rhythm), year });
}

/**
 * Gives the periods that a document covers in words: 2020年第一季度; of a year 2020年度, or as long as one of its periods is
 * not due those that it covers.
 */
export function coverageWords(t: Translate, { year, codes, isWholeYear }: Coverage): string {
  const [first, ...others] = codes;
  if (isWholeYear || !first) return t('documents.coverage.year', { year: String(year) });
  if (others.length === 0) return formatPeriod(first);
  if (codes.every((code, index) => numberWithinYear(code) === index + 1))
    return fromStart(t, String(year), [first, ...others]);
  const periods = codes.map(formatPeriodWithinYear).join(t('documents.coverage.and'));
  return t('documents.coverage.periods', { year: String(year), periods });
}
