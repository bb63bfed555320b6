import type { Coverage, DocumentKind } from '@/lib/domain/review/documents';
import { coverageWords } from '@/lib/text/coverage-words';
import type { Translate } from '@/lib/text/translator';

/** Gives the name of a document, which is also that of its file. */
export function documentName(
  t: Translate,
  { kind, coverage, summaryTitle }: { kind: DocumentKind; coverage: Coverage; summaryTitle: string | null },
): string {
  return summaryTitle ?? t(`documents.desk.names.${kind}`, { period: coverageWords(t, coverage) });
}
