import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { DocumentKind, DocumentPeriod } from '@/lib/domain/review/documents';
import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

/** 2020年第一季度, 2020年度 */
export function periodWords(t: Translate, period: PeriodCode | number): string {
  return typeof period === 'number' ? t('documents.circular.year', { year: String(period) }) : formatPeriod(period);
}

/** Gives the name of a document, which is also that of its file. */
export function documentName(
  t: Translate,
  document: { kind: DocumentKind; summaryTitle: string | null } & DocumentPeriod,
): string {
  const { kind, periodCode, year, summaryTitle } = document;
  return summaryTitle ?? t(`documents.desk.names.${kind}`, { period: periodWords(t, periodCode ?? year) });
}
